// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.math.BigInteger;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.crypto.TaggedHash;

/// Seals the share of one dealer for one recipient under their shared point (crypto core §4).
/// Immutable.
record ShareSeal(Hash256 ceremony, int dealer, int recipient, GroupElement e, GroupElement ek) {
  Bytes seal(GroupElement shared, BigInteger share) {
    return Bytes.of(KeyWrap.seal(context(shared), Scalars.encode(share)));
  }

  /// Empty when the seal does not open or holds no scalar.
  Optional<BigInteger> open(GroupElement shared, Bytes sealed) {
    return KeyWrap.open(context(shared), sealed.bytes())
        .flatMap(share -> share.use(Scalars::decode));
  }

  private KeyWrap.Context context(GroupElement shared) {
    byte[] info =
        TaggedHash.lp(
            ceremony.bytes(), Suite.u16(dealer), Suite.u16(recipient), e.bytes(), ek.bytes());
    return new KeyWrap.Context(shared, "smartweb/v1/share", Bytes.of(info), Bytes.EMPTY);
  }
}
