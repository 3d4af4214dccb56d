// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.elastos.smartweb.chain.SecretBytes;

/// What asking a committee ends in; `nodes` says what came of each, by index.
public sealed interface LicenseOutcome {
  /// The file key, not yet compared with the file's commitment; the caller closes it. The licence
  /// says how it may be used; it is there unless a node of the first version helped.
  record Licensed(
      SecretBytes fileKey, Optional<AgreedLicense> license, SortedMap<Integer, NodeOutcome> nodes)
      implements LicenseOutcome {
    /// Copies the map.
    public Licensed {
      nodes = copy(nodes);
    }
  }

  /// Fewer than t nodes gave a good partial: `honest` did, `answered` said anything at all.
  record NotEnough(Count count, SortedMap<Integer, NodeOutcome> nodes) implements LicenseOutcome {
    /// Copies the map.
    public NotEnough {
      nodes = copy(nodes);
    }

    /// A sentence for people.
    public String whatToDo() {
      return Advice.on(count, nodes);
    }
  }

  /// The envelope itself is wrong; no node is to blame.
  record BadEnvelope(Fault fault, SortedMap<Integer, NodeOutcome> nodes) implements LicenseOutcome {
    /// Copies the map.
    public BadEnvelope {
      nodes = copy(nodes);
    }
  }

  /// How many.
  record Count(int honest, int answered, int needed) {}

  /// What is wrong with an envelope.
  enum Fault {
    /// Not a header of this version.
    MALFORMED("bad_encoding"),
    /// For another committee.
    WRONG_COMMITTEE("wrong_committee"),
    /// Its proof does not hold for this asset and policy.
    BAD_CIPHERTEXT("bad_ciphertext"),
    /// Every proof held, yet the wrapped key does not open.
    ENVELOPE_INVALID("envelope_invalid");

    private final String text;

    Fault(String text) {
      this.text = text;
    }

    /// The stable code.
    public String text() {
      return text;
    }
  }

  /// What came of each node, by index.
  SortedMap<Integer, NodeOutcome> nodes();

  private static SortedMap<Integer, NodeOutcome> copy(SortedMap<Integer, NodeOutcome> nodes) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(nodes));
  }
}
