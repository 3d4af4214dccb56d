// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.verify;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a rule says of a value. Immutable.
public sealed interface Verdict {
  /// The rule holds.
  record Valid() implements Verdict {
    private static final Valid HOLDS = new Valid();
  }

  /// The rule is broken.
  ///
  /// @param facts what was found and what was expected, for people; in the order in which they were
  ///   given
  record Invalid(Rule rule, Map<String, String> facts) implements Verdict {
    /// Keeps a copy of the facts.
    public Invalid {
      facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /// The stable code of the broken rule.
    public String code() {
      return rule.code();
    }
  }

  /// The answer that a rule holds.
  static Valid valid() {
    return Valid.HOLDS;
  }

  /// A broken rule about which there is nothing more to say.
  static Invalid invalid(Rule rule) {
    return new Invalid(rule, Map.of());
  }

  /// A broken rule with one fact.
  static Invalid invalid(Rule rule, String key, Object found) {
    return new Invalid(rule, Map.of(key, String.valueOf(found)));
  }

  /// A broken rule with what was expected and what was found.
  static Invalid differs(Rule rule, Object expected, Object found) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("expected", String.valueOf(expected));
    facts.put("found", String.valueOf(found));
    return new Invalid(rule, facts);
  }

  /// Whether the rule holds.
  default boolean holds() {
    return this instanceof Valid;
  }
}
