// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.rules;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Optional;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.AuxPow;
import org.elastos.smartweb.chain.ela.ElaHash;
import org.elastos.smartweb.chain.ela.ParentTransaction;
import org.elastos.smartweb.chain.ela.Sha256d;

/// Merge-mined work: whether a parent header meets a target, and whether its coinbase commits to a
/// block. Stateless.
public final class Work {
  /// What stands in front of a commitment.
  public static final String MAGIC = "fabe6d6d";

  private static final HexFormat HEX = HexFormat.of();

  private Work() {}

  /// The target that compact bits stand for: 24 bits of number, 8 of size.
  public static BigInteger target(long bits) {
    int size = (int) (bits >>> 24);
    BigInteger number = BigInteger.valueOf(bits & 0x7f_ffff);
    return size <= 3 ? number.shiftRight(8 * (3 - size)) : number.shiftLeft(8 * (size - 3));
  }

  /// Whether a hash, as a little-endian number, is within the target.
  public static boolean meets(Hash256 hash, long bits) {
    return ElaHash.reversed(hash).toUint().compareTo(target(bits)) <= 0;
  }

  /// Where the chain stands in a tree of so many levels under a nonce.
  public static long slot(long nonce, int levels) {
    long random = next(nonce) + DevRules.CHAIN_ID;
    return (next(random) & 0xffff_ffffL) % (1L << levels);
  }

  /// The root that a parent commits to, in the order in which its script shows it.
  public static Hash256 commitment(Hash256 block, AuxPow.Parts parts) {
    return ElaHash.reversed(
        Merkle.fold(ElaHash.reversed(block), parts.auxBranch(), parts.auxIndex()));
  }

  /// What is wrong with a block's proof, if anything.
  public static Optional<Flaw> check(Hash256 block, AuxPow proof, long bits) {
    AuxPow.Parts parts = proof.parts();
    if (!meets(parts.parentHeader().hash(), bits)) {
      return Flaw.of("work_too_low", parts.parentHeader().hash());
    }
    if (parts.auxBranch().size() > 30 || parts.coinbaseBranch().size() > 30) {
      return Flaw.of("branch_too_long", parts.auxBranch().size());
    }
    Hash256 leaf = Sha256d.of(proof.coinbase().toArray());
    Hash256 root = Merkle.fold(leaf, parts.coinbaseBranch(), parts.coinbaseIndex());
    if (!root.equals(parts.parentHeader().merkleRoot())) {
      return Flaw.of("coinbase_branch", root);
    }
    return checkScript(parts, commitment(block, parts).hex());
  }

  /// The magic once, the root right behind it, then the size of the tree and the nonce.
  private static Optional<Flaw> checkScript(AuxPow.Parts parts, String root) {
    ParentTransaction coinbase = parts.coinbase();
    if (coinbase.inputs().isEmpty()) {
      return Flaw.of("aux_script", "no input");
    }
    String script = coinbase.inputs().getFirst().script().hex();
    int magic = script.indexOf(MAGIC);
    if (magic < 0 || magic % 2 != 0 || script.indexOf(MAGIC, magic + 2) >= 0) {
      return Flaw.of("aux_magic", magic);
    }
    int rootAt = magic + MAGIC.length();
    int tail = rootAt + 2 * Hash256.BYTES;
    if (script.indexOf(root) != rootAt || script.length() < tail + 16) {
      return Flaw.of("aux_commitment", root);
    }
    int levels = parts.auxBranch().size();
    long nonce = u32(script, tail + 8);
    boolean placed = u32(script, tail) == 1L << levels && parts.auxIndex() == slot(nonce, levels);
    return Flaw.when(!placed, "aux_slot", parts.auxIndex());
  }

  private static long u32(String hex, int at) {
    byte[] bytes = HEX.parseHex(hex, at, at + 8);
    long value = 0;
    for (int i = 3; i >= 0; i--) {
      value = (value << 8) | Byte.toUnsignedLong(bytes[i]);
    }
    return value;
  }

  private static long next(long random) {
    return random * 1_103_515_245L + 12_345;
  }
}
