// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.util.ArrayList;
import java.util.List;
import org.elastos.smartweb.ddrm.AssetId;

/// What the nodes that opened a key all allow: of every bound the narrowest, so no single node can
/// widen what the others say. Immutable.
///
/// @param words what each of them signed, for the same device, wallet, work and terms
public record AgreedLicense(List<License.Signed> words) {
  /// @throws IllegalArgumentException when there is none, or they are about different things
  public AgreedLicense {
    words = List.copyOf(words);
    if (words.isEmpty() || words.stream().map(AgreedLicense::matter).distinct().count() != 1) {
      throw new IllegalArgumentException("licences for one device and one work");
    }
  }

  private record Matter(AssetId asset, Object terms, License.Party party) {}

  private static Matter matter(License.Signed word) {
    License.Subject subject = word.license().subject();
    return new Matter(subject.asset(), subject.terms(), subject.party());
  }

  /// The work.
  public AssetId asset() {
    return words.getFirst().license().subject().asset();
  }

  /// Who has the right, and whose home may use the key.
  public License.Party party() {
    return words.getFirst().license().subject().party();
  }

  /// When the key may be used.
  public Period period() {
    return words.stream()
        .map(word -> word.license().period())
        .reduce(Period::narrowed)
        .orElseThrow();
  }

  /// Where what is made of the work may go: outputs that all allow.
  public List<String> outputs() {
    List<String> outputs = new ArrayList<>(words.getFirst().license().outputs());
    words.forEach(word -> outputs.retainAll(word.license().outputs()));
    return List.copyOf(outputs);
  }
}
