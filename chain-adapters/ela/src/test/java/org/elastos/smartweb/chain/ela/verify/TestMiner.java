// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.verify;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.AuxPow;
import org.elastos.smartweb.chain.ela.ElaHash;
import org.elastos.smartweb.chain.ela.ElaHeader;
import org.elastos.smartweb.chain.ela.ParentHeader;
import org.elastos.smartweb.chain.ela.ParentTransaction;
import org.elastos.smartweb.chain.ela.Sha256d;

/// Merge-mines headers at easy targets, by arithmetic of its own: nothing here comes from the code
/// under test but the codec. Deterministic from its seed. Not thread-safe.
final class TestMiner {
  static final long EASY = 0x207f_ffffL;
  private static final byte[] MAGIC = {(byte) 0xfa, (byte) 0xbe, 0x6d, 0x6d};

  private final Random random;

  TestMiner(long seed) {
    this.random = new Random(seed);
  }

  /// What a proof looks like.
  ///
  /// @param scriptBytes bytes before the magic
  /// @param outputBytes bytes of the coinbase's output script
  /// @param coinbaseLevels length of the coinbase branch
  /// @param auxLevels length of the aux branch
  record Shape(int scriptBytes, int outputBytes, int coinbaseLevels, int auxLevels) {
    static final Shape PLAIN = new Shape(0, 25, 0, 0);
    static final Shape POOL = new Shape(30, 40, 5, 3);
  }

  /// A proof whose parts a test may change before the parent header is ground.
  static final class Draft {
    int chainId = ElaNetwork.CHAIN_ID;
    UnaryOperator<byte[]> script = same -> same;
    UnaryOperator<Hash256> parentRoot = same -> same;
    boolean reachTarget = true;
    boolean coinbaseInput = true;
    int auxIndexOffset;
    long coinbaseIndex;
  }

  ElaHeader mine(ElaHeader.Fields fields, Shape shape) {
    return mine(fields, shape, new Draft());
  }

  ElaHeader mine(ElaHeader.Fields fields, Shape shape, Draft draft) {
    return ElaHeader.of(fields, prove(fields, shape, draft));
  }

  /// Fields of a block at the easy target.
  ElaHeader.Fields fields(long height) {
    return new ElaHeader.Fields(
        1, hash(), hash(), 1_700_000_000L + 120 * height, EASY, random.nextInt(1 << 20), height);
  }

  Hash256 hash() {
    byte[] bytes = new byte[Hash256.BYTES];
    random.nextBytes(bytes);
    return Hash256.of(bytes);
  }

  List<Hash256> hashes(int count) {
    List<Hash256> hashes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      hashes.add(hash());
    }
    return hashes;
  }

  private AuxPow prove(ElaHeader.Fields fields, Shape shape, Draft draft) {
    int nonce = random.nextInt();
    long auxIndex = slot(nonce, draft.chainId, shape.auxLevels) + draft.auxIndexOffset;
    List<Hash256> auxBranch = hashes(shape.auxLevels);
    Hash256 auxRoot = climb(ElaHash.reversed(fields.hash()), auxBranch, auxIndex);
    ByteBuffer script = ByteBuffer.allocate(shape.scriptBytes + 44).order(ByteOrder.LITTLE_ENDIAN);
    byte[] pool = new byte[shape.scriptBytes];
    random.nextBytes(pool);
    script.put(pool).put(MAGIC).put(ElaHash.reversed(auxRoot).bytes());
    script.putInt(1 << shape.auxLevels).putInt(nonce);
    ParentTransaction coinbase = coinbase(draft, draft.script.apply(script.array()), shape);
    List<Hash256> branch = hashes(shape.coinbaseLevels);
    Hash256 root = climb(idOf(coinbase), branch, draft.coinbaseIndex);
    return AuxPow.of(
        new AuxPow.Parts(
            coinbase,
            hash(),
            branch,
            draft.coinbaseIndex,
            auxBranch,
            auxIndex,
            grind(draft.parentRoot.apply(root), fields.bits(), draft.reachTarget)));
  }

  private ParentTransaction coinbase(Draft draft, byte[] script, Shape shape) {
    byte[] output = new byte[shape.outputBytes];
    random.nextBytes(output);
    List<ParentTransaction.Input> inputs =
        draft.coinbaseInput
            ? List.of(
                new ParentTransaction.Input(
                    Hash256.ZERO, 0xffff_ffffL, Bytes.of(script), 0xffff_ffffL))
            : List.of();
    return new ParentTransaction(
        2, inputs, List.of(new ParentTransaction.Output(625_000_000L, Bytes.of(output))), 0);
  }

  private ParentHeader grind(Hash256 root, long bits, boolean reach) {
    long time = 1_700_000_000L;
    BigInteger target = target(bits);
    Hash256 previous = hash();
    for (long nonce = 0; ; nonce++) {
      ParentHeader header =
          new ParentHeader(0x2000_0000L, previous, root, time, 0x1d00_ffffL, nonce);
      BigInteger number = new BigInteger(1, ElaHash.reversed(header.hash()).bytes());
      if (number.compareTo(target) <= 0 == reach) {
        return header;
      }
    }
  }

  static BigInteger target(long bits) {
    int shift = 8 * ((int) (bits >>> 24) - 3);
    return BigInteger.valueOf(bits & 0x007f_ffffL).shiftLeft(shift);
  }

  static long slot(int nonce, int chainId, int levels) {
    long mixed = (Integer.toUnsignedLong(nonce) * 1103515245L + 12345L) % (1L << 32);
    mixed = (mixed + chainId) % (1L << 32);
    mixed = (mixed * 1103515245L + 12345L) % (1L << 32);
    return mixed % (1L << levels);
  }

  static Hash256 climb(Hash256 leaf, List<Hash256> branch, long index) {
    Hash256 hash = leaf;
    long bits = index;
    for (Hash256 sibling : branch) {
      hash = (bits & 1) == 1 ? Sha256d.of(sibling, hash) : Sha256d.of(hash, sibling);
      bits >>= 1;
    }
    return hash;
  }

  private static Hash256 idOf(ParentTransaction tx) {
    AuxPow holder =
        AuxPow.of(
            new AuxPow.Parts(
                tx,
                Hash256.ZERO,
                List.of(),
                0,
                List.of(),
                0,
                new ParentHeader(0, Hash256.ZERO, Hash256.ZERO, 0, 0, 0)));
    return Sha256d.of(holder.coinbase().toArray());
  }
}
