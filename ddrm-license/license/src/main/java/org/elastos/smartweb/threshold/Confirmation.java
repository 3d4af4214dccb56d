// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.Ed25519;
import org.elastos.smartweb.crypto.Sha256;
import org.elastos.smartweb.crypto.TaggedHash;

/// A member's word that it came to this outcome: the board's `confirm` fields, signed by the node
/// identity over LP(cer, T, Y, SHA-256(publicData)) with tag `smartweb/v1/confirm`. Immutable.
public record Confirmation(
    Hash256 transcript, GroupKey groupKey, Bytes publicData, Bytes signature) {
  private static final String TAG = "smartweb/v1/confirm";

  static Confirmation sign(
      CeremonyTerms terms, CeremonyOutcome.Agreed agreed, SecretBytes identitySeed) {
    GroupKey group = agreed.keys().groupKey();
    Bytes publicData = agreed.keys().publicData();
    byte[] signed = signed(terms, agreed.transcript(), group, publicData);
    return new Confirmation(
        agreed.transcript(), group, publicData, Ed25519.sign(identitySeed, TAG, signed));
  }

  /// SHA-256 of the published values.
  public Hash256 publicHash() {
    return Sha256.of(publicData.bytes());
  }

  /// Whether the member of this index signed exactly this for exactly this ceremony.
  public boolean isSignedBy(CeremonyTerms terms, int index) {
    return Ed25519.verify(
        terms.member(index).identityKey(),
        TAG,
        signed(terms, transcript, groupKey, publicData),
        signature);
  }

  private static byte[] signed(
      CeremonyTerms terms, Hash256 transcript, GroupKey group, Bytes publicData) {
    return TaggedHash.lp(
        terms.id().bytes(),
        transcript.bytes(),
        group.point().bytes(),
        Sha256.of(publicData.bytes()).bytes());
  }
}
