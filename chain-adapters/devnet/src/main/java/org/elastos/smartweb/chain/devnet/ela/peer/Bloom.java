// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.peer;

import java.util.HashSet;
import java.util.Set;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.ElaReader;
import org.elastos.smartweb.chain.ela.ElaWriter;
import org.elastos.smartweb.chain.ela.Refusal;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.TxInput;
import org.elastos.smartweb.chain.ela.tx.TxOutput;

/// A bloom filter over transaction ids, owners and outputs (BIP 37 with ELA's items). A filter with
/// the greatest tweak is a side chain's: it asks for owners among some types only. A filter without
/// functions matches everything. Thread-safe.
final class Bloom {
  private static final int MOST_BYTES = 36_000;
  private static final int MOST_FUNCTIONS = 50;
  private static final long SIDE_CHAIN = 0xffff_ffffL;
  private static final int SEED_STEP = 0xfba4_c795;

  private final byte[] bits;
  private final int functions;
  private final long tweak;
  private final Set<Integer> types;

  private Bloom(byte[] bits, int functions, long tweak, Set<Integer> types) {
    this.bits = bits;
    this.functions = functions;
    this.tweak = tweak;
    this.types = types;
  }

  /// Reads what stands in a filter message.
  static Bloom read(ElaReader in) {
    byte[] bits = in.varBytes(MOST_BYTES, "filter").bytes();
    long functions = in.u32("functions");
    long tweak = in.u32("tweak");
    in.u8("flags");
    Set<Integer> types = new HashSet<>();
    if (in.remaining() > 0) {
      types.addAll(in.list(1, "types", each -> each.u8("type")));
    }
    // A filter without bits could match nothing, and the real node divides by its size.
    boolean sound = functions <= MOST_FUNCTIONS && (bits.length > 0 || functions == 0);
    if (!sound) {
      throw in.refusal(Refusal.LENGTH_OUT_OF_BOUNDS, "functions");
    }
    return new Bloom(bits, (int) functions, tweak, types);
  }

  /// Whether the transaction matches; its matching outputs are watched from then on.
  synchronized boolean matches(ElaTransaction tx) {
    Hash256 txid = tx.txid();
    if (tweak == SIDE_CHAIN) {
      return (types.isEmpty() || types.contains(tx.type().code()))
          && bits.length > 0
          && tx.outputs().stream().anyMatch(output -> contains(output.programHash().bytes()));
    }
    boolean matched = contains(txid.bytes());
    int index = 0;
    for (TxOutput output : tx.outputs()) {
      if (contains(output.programHash().bytes())) {
        matched = true;
        add(outPoint(txid, index));
      }
      index++;
    }
    return matched || tx.inputs().stream().anyMatch(this::spends);
  }

  private boolean spends(TxInput input) {
    return contains(outPoint(input.previous(), input.index()));
  }

  private static byte[] outPoint(Hash256 txid, int index) {
    return new ElaWriter().hash256(txid).u16(index).toArray();
  }

  private boolean contains(byte[] item) {
    for (int i = 0; i < functions; i++) {
      int bit = bit(i, item);
      if (((bits[bit >>> 3] >>> (bit & 7)) & 1) == 0) {
        return false;
      }
    }
    return true;
  }

  private void add(byte[] item) {
    for (int i = 0; i < functions; i++) {
      int bit = bit(i, item);
      bits[bit >>> 3] |= (byte) (1 << (bit & 7));
    }
  }

  private int bit(int function, byte[] item) {
    int hash = murmur3(function * SEED_STEP + (int) tweak, item);
    return (int) (Integer.toUnsignedLong(hash) % (bits.length * 8L));
  }

  /// MurmurHash3, 32 bits, x86.
  static int murmur3(int seed, byte[] data) {
    int hash = seed;
    int whole = data.length / 4 * 4;
    for (int at = 0; at < whole; at += 4) {
      int block =
          (data[at] & 0xff)
              | ((data[at + 1] & 0xff) << 8)
              | ((data[at + 2] & 0xff) << 16)
              | ((data[at + 3] & 0xff) << 24);
      hash = Integer.rotateLeft(hash ^ scramble(block), 13) * 5 + 0xe654_6b64;
    }
    int rest = 0;
    for (int at = data.length - 1; at >= whole; at--) {
      rest = (rest << 8) | (data[at] & 0xff);
    }
    hash ^= scramble(rest) ^ data.length;
    hash = (hash ^ (hash >>> 16)) * 0x85eb_ca6b;
    hash = (hash ^ (hash >>> 13)) * 0xc2b2_ae35;
    return hash ^ (hash >>> 16);
  }

  private static int scramble(int block) {
    return Integer.rotateLeft(block * 0xcc9e_2d51, 15) * 0x1b87_3593;
  }
}
