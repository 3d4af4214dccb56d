// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import org.elastos.smartweb.cbor.CborException;
import org.elastos.smartweb.cbor.Parsed;

/// A policy as text for people, version 1 (docs/spec/ddrm.md, "Policies as text"); says exactly
/// what the encoding says. Stateless.
public final class PolicyText {
  /// What a text begins with.
  public static final String HEADING = "smartweb-policy 1";

  /// The longest text that is read, in characters.
  public static final int MAX_CHARS = 65_536;

  private PolicyText() {}

  /// The one text of a policy: a heading, and a line for each way.
  public static String write(Policy policy) {
    StringBuilder out = new StringBuilder(HEADING).append('\n');
    for (Way way : policy.ways()) {
      Grant grant = way.grant();
      out.append("play ").append(grant.playSeconds());
      if (grant.rentalSeconds() > 0) {
        out.append(" rental ").append(grant.rentalSeconds());
      }
      if (grant.leaseSeconds() > 0) {
        out.append(" lease ").append(grant.leaseSeconds());
      }
      out.append(' ').append(way.freshness().code()).append(' ');
      out.append(of(way.condition())).append('\n');
    }
    return out.toString();
  }

  /// A condition as it stands in such a text.
  public static String of(Condition condition) {
    StringBuilder out = new StringBuilder();
    ConditionText.write(condition.toCbor(), out);
    return out.toString();
  }

  /// Reads a text, whatever its spaces and the order of its ways.
  ///
  /// @return the policy, or what is wrong and at which character
  public static Parsed<Policy> parse(String text) {
    if (text.length() > MAX_CHARS) {
      return new Parsed.Malformed<>("a policy's text has up to 65,536 characters");
    }
    PolicyScanner scanner = new PolicyScanner(text);
    try {
      return new Parsed.Ok<>(new PolicyParser(scanner).policy());
    } catch (CborException | IllegalArgumentException wrong) {
      return new Parsed.Malformed<>(
          "before character %d: %s".formatted(scanner.at() + 1, wrong.getMessage()));
    }
  }
}
