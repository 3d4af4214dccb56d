// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.chain;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.devnet.ela.rules.Merkle;
import org.elastos.smartweb.chain.devnet.ela.rules.Work;
import org.elastos.smartweb.chain.ela.AuxPow;
import org.elastos.smartweb.chain.ela.ElaHash;
import org.elastos.smartweb.chain.ela.ElaWriter;
import org.elastos.smartweb.chain.ela.ParentHeader;
import org.elastos.smartweb.chain.ela.ParentTransaction;
import org.elastos.smartweb.chain.ela.Sha256d;

/// Makes merge-mining proofs with real work on a made-up parent block. Branches vary with the
/// height: none, one of the two, or both. Used under the chain's lock.
final class ParentWork {
  private static final long U32 = 0xffff_ffffL;
  private static final int VARIANTS = 4;
  private static final int MOST_COINBASE_LEVELS = 12;
  private static final int MOST_AUX_LEVELS = 4;

  private final SecureRandom random;

  ParentWork(SecureRandom random) {
    this.random = random;
  }

  /// A proof for a block.
  AuxPow prove(Hash256 block, long height, long bits) {
    boolean auxBranch = height % VARIANTS >= 2;
    boolean coinbaseBranch = height % 2 == 1;
    int levels = auxBranch ? 1 + random.nextInt(MOST_AUX_LEVELS) : 0;
    int climb = coinbaseBranch ? 1 + random.nextInt(MOST_COINBASE_LEVELS) : 0;
    long nonce = random.nextInt() & U32;
    List<Hash256> aux = siblings(levels);
    long slot = Work.slot(nonce, levels);
    Hash256 committed = ElaHash.reversed(Merkle.fold(ElaHash.reversed(block), aux, slot));
    ParentTransaction coinbase = coinbase(committed, levels, nonce);
    List<Hash256> branch = siblings(climb);
    ParentHeader header = mine(Merkle.fold(leaf(coinbase), branch, 0), bits);
    return AuxPow.of(
        new AuxPow.Parts(coinbase, ElaHash.reversed(header.hash()), branch, 0, aux, slot, header));
  }

  private ParentTransaction coinbase(Hash256 committed, int levels, long nonce) {
    byte[] extra = new byte[4 + random.nextInt(40)];
    random.nextBytes(extra);
    ElaWriter script = new ElaWriter();
    script
        .varBytes(Bytes.of(extra))
        .fixed(Bytes.fromHex(Work.MAGIC))
        .hash256(committed)
        .u32(1L << levels)
        .u32(nonce);
    return new ParentTransaction(
        1,
        List.of(new ParentTransaction.Input(Hash256.ZERO, U32, script.toBytes(), U32)),
        List.of(new ParentTransaction.Output(312_500_000, Bytes.fromHex("51"))),
        0);
  }

  /// The coinbase's hash, from the bytes that a proof with it has.
  private static Hash256 leaf(ParentTransaction coinbase) {
    ParentHeader none = new ParentHeader(0, Hash256.ZERO, Hash256.ZERO, 0, 0, 0);
    AuxPow.Parts parts = new AuxPow.Parts(coinbase, Hash256.ZERO, List.of(), 0, List.of(), 0, none);
    return Sha256d.of(AuxPow.of(parts).coinbase().toArray());
  }

  private ParentHeader mine(Hash256 root, long bits) {
    byte[] previous = new byte[Hash256.BYTES];
    random.nextBytes(previous);
    for (long nonce = 0; ; nonce++) {
      ParentHeader header =
          new ParentHeader(0x2000_0000L, Hash256.of(previous), root, 0, bits, nonce);
      if (Work.meets(header.hash(), bits)) {
        return header;
      }
    }
  }

  private List<Hash256> siblings(int count) {
    List<Hash256> siblings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] bytes = new byte[Hash256.BYTES];
      random.nextBytes(bytes);
      siblings.add(Hash256.of(bytes));
    }
    return siblings;
  }
}
