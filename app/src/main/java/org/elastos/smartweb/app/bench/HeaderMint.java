// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.bench;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.AuxPow;
import org.elastos.smartweb.chain.ela.ElaHash;
import org.elastos.smartweb.chain.ela.ElaHeader;
import org.elastos.smartweb.chain.ela.ParentHeader;
import org.elastos.smartweb.chain.ela.ParentTransaction;
import org.elastos.smartweb.chain.ela.Sha256d;

/// Makes merge-mined mainchain headers of the size that real pools make, at the easiest target: the
/// parent coinbase has 350 bytes, its branch 12 levels, the aux branch 3. The same seed gives the
/// same headers. Not thread-safe.
final class HeaderMint {
  private static final long EASIEST = 0x207f_ffffL;
  private static final BigInteger TARGET = BigInteger.valueOf(0x7f_ffff).shiftLeft(232);
  private static final int CHAIN_ID = 1224;
  private static final int COINBASE_LEVELS = 12;
  private static final int AUX_LEVELS = 3;
  private static final int POOL_BYTES = 46;
  private static final int OUTPUT_BYTES = 200;
  private static final byte[] MAGIC = {(byte) 0xfa, (byte) 0xbe, 0x6d, 0x6d};
  private static final long TIME = 1_700_000_000L;

  private final Random random;

  HeaderMint(long seed) {
    this.random = new Random(seed);
  }

  /// The bytes of so many headers, each above the one before.
  List<byte[]> headers(int count) {
    List<byte[]> headers = new ArrayList<>(count);
    Hash256 previous = Hash256.ZERO;
    for (int height = 1; height <= count; height++) {
      ElaHeader.Fields fields =
          new ElaHeader.Fields(
              1, previous, hash(), TIME + 120L * height, EASIEST, random.nextInt(1 << 30), height);
      headers.add(ElaHeader.of(fields, prove(fields.hash())).encoded().bytes());
      previous = fields.hash();
    }
    return headers;
  }

  private AuxPow prove(Hash256 block) {
    int nonce = random.nextInt();
    List<Hash256> auxBranch = hashes(AUX_LEVELS);
    int auxIndex = slot(nonce);
    Hash256 auxRoot = climb(ElaHash.reversed(block), auxBranch, auxIndex);
    ParentTransaction coinbase = coinbase(auxRoot, nonce);
    List<Hash256> branch = hashes(COINBASE_LEVELS);
    AuxPow.Parts unmined = parts(coinbase, branch, auxBranch, auxIndex, mined(Hash256.ZERO));
    Hash256 id = Sha256d.of(AuxPow.of(unmined).coinbase().toArray());
    return AuxPow.of(parts(coinbase, branch, auxBranch, auxIndex, mined(climb(id, branch, 0))));
  }

  // A coinbase stands first in its block, so its index is 0.
  @SuppressWarnings("TooManyParameters")
  private static AuxPow.Parts parts(
      ParentTransaction coinbase,
      List<Hash256> branch,
      List<Hash256> auxBranch,
      int auxIndex,
      ParentHeader parent) {
    return new AuxPow.Parts(coinbase, parent.hash(), branch, 0, auxBranch, auxIndex, parent);
  }

  private ParentTransaction coinbase(Hash256 auxRoot, int nonce) {
    ByteBuffer script = ByteBuffer.allocate(POOL_BYTES + 44).order(ByteOrder.LITTLE_ENDIAN);
    script.put(bytes(POOL_BYTES)).put(MAGIC).put(ElaHash.reversed(auxRoot).bytes());
    script.putInt(1 << AUX_LEVELS).putInt(nonce);
    return new ParentTransaction(
        2,
        List.of(
            new ParentTransaction.Input(
                Hash256.ZERO, 0xffff_ffffL, Bytes.of(script.array()), 0xffff_ffffL)),
        List.of(new ParentTransaction.Output(312_500_000L, Bytes.of(bytes(OUTPUT_BYTES)))),
        0);
  }

  private static ParentHeader mined(Hash256 root) {
    for (long nonce = 0; ; nonce++) {
      ParentHeader header =
          new ParentHeader(0x2000_0000L, Hash256.ZERO, root, TIME, EASIEST, nonce);
      if (ElaHash.reversed(header.hash()).toUint().compareTo(TARGET) <= 0) {
        return header;
      }
    }
  }

  private static int slot(int nonce) {
    int mixed = nonce * 1103515245 + 12345 + CHAIN_ID;
    return (mixed * 1103515245 + 12345) & ((1 << AUX_LEVELS) - 1);
  }

  private static Hash256 climb(Hash256 leaf, List<Hash256> branch, int index) {
    Hash256 hash = leaf;
    for (int level = 0; level < branch.size(); level++) {
      Hash256 sibling = branch.get(level);
      hash = (index >> level & 1) == 1 ? Sha256d.of(sibling, hash) : Sha256d.of(hash, sibling);
    }
    return hash;
  }

  private List<Hash256> hashes(int count) {
    List<Hash256> hashes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      hashes.add(hash());
    }
    return hashes;
  }

  private Hash256 hash() {
    return Hash256.of(bytes(Hash256.BYTES));
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
