// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.sync;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.verify.ChainPoint;
import org.elastos.smartweb.chain.ela.verify.ConsensusState;
import org.elastos.smartweb.chain.ela.verify.ElaNetwork;
import org.elastos.smartweb.chain.ela.verify.Target;
import org.elastos.smartweb.chain.mainchain.ChainOrigin;

/// The only origin that ships: the genesis block of the public networks. From there arbiters are
/// not known, so nothing becomes final by a confirm; whoever needs finality gives a checkpoint (see
/// [CheckpointFile]). Stateless.
public final class Origins {
  private static final long TIME = 1_513_936_800L;
  private static final long BITS = 0x1d03_ffffL;

  private Origins() {}

  /// The genesis block of a public network.
  public static ChainOrigin genesis(ElaNetwork network) {
    BigInteger work = Target.fromBits(BITS).map(Target::work).orElseThrow();
    return new ChainOrigin(
        network.name(),
        new ChainPoint(
            0,
            network.genesis(),
            Hash256.ZERO,
            BITS,
            work,
            TIME,
            List.of(TIME),
            ConsensusState.starting(Optional.empty())));
  }
}
