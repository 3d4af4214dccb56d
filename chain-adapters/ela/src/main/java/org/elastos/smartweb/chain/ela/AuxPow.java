// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela;

import java.util.List;
import java.util.stream.IntStream;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;

/// A merge-mining proof: the parent coinbase, its branch to the parent's merkle root, the branch
/// from the ELA block to the committed root, and the parent header. Holds the bytes and where its
/// parts stand, so that verifying allocates next to nothing. Immutable, thread-safe.
public final class AuxPow {
  private final byte[] array;
  private final int start;
  private final Layout layout;

  /// Where the parts stand, relative to the start; the script is absent at -1.
  private record Layout(
      int scriptAt,
      int scriptLength,
      int coinbaseLength,
      int coinbaseBranch,
      int auxBranchAt,
      int auxBranch,
      int length) {}

  /// The proof's parts as values, for building and for people. Indexes are unsigned 32-bit; the
  /// parent hash is never validated by anybody.
  public record Parts(
      ParentTransaction coinbase,
      Hash256 parentHash,
      List<Hash256> coinbaseBranch,
      long coinbaseIndex,
      List<Hash256> auxBranch,
      long auxIndex,
      ParentHeader parentHeader) {
    /// Copies the lists.
    public Parts {
      coinbaseBranch = List.copyOf(coinbaseBranch);
      auxBranch = List.copyOf(auxBranch);
    }
  }

  private AuxPow(byte[] array, int start, Layout layout) {
    this.array = array;
    this.start = start;
    this.layout = layout;
  }

  /// The proof that has these parts.
  public static AuxPow of(Parts parts) {
    ElaWriter out = new ElaWriter();
    parts.coinbase.write(out);
    out.hash256(parts.parentHash)
        .list(parts.coinbaseBranch, ElaWriter::hash256)
        .u32(parts.coinbaseIndex)
        .list(parts.auxBranch, ElaWriter::hash256)
        .u32(parts.auxIndex);
    parts.parentHeader.write(out);
    return ElaReader.decode(out.toArray(), AuxPow::read).orElseThrow();
  }

  static AuxPow read(ElaReader in) {
    int start = in.position();
    in.take(4, "coinbase.version");
    int inputs = in.count(ParentTransaction.LEAST_INPUT, "coinbase.inputs");
    int scriptAt = -1;
    int scriptLength = 0;
    for (int i = 0; i < inputs; i++) {
      in.take(36, "coinbase.input.previous");
      int length = in.length(ParentTransaction.MAX_SCRIPT, "coinbase.input.script");
      int at = in.take(length, "coinbase.input.script");
      in.take(4, "coinbase.input.sequence");
      if (i == 0) {
        scriptAt = at - start;
        scriptLength = length;
      }
    }
    int outputs = in.count(ParentTransaction.LEAST_OUTPUT, "coinbase.outputs");
    for (int i = 0; i < outputs; i++) {
      in.take(8, "coinbase.output.value");
      int length = in.length(ParentTransaction.MAX_SCRIPT, "coinbase.output.script");
      in.take(length, "coinbase.output.script");
    }
    int coinbaseLength = in.take(4, "coinbase.lockTime") + 4 - start;
    in.take(Hash256.BYTES, "parentHash");
    int coinbaseBranch = in.count(Hash256.BYTES, "coinbaseBranch") * Hash256.BYTES;
    in.take(coinbaseBranch, "coinbaseBranch");
    in.take(4, "coinbaseIndex");
    int auxBranch = in.count(Hash256.BYTES, "auxBranch") * Hash256.BYTES;
    int auxBranchAt = in.take(auxBranch, "auxBranch") - start;
    in.take(4, "auxIndex");
    in.take(ParentHeader.BYTES, "parentHeader");
    Slice whole = in.since(start);
    return new AuxPow(
        whole.array(),
        start,
        new Layout(
            scriptAt,
            scriptLength,
            coinbaseLength,
            coinbaseBranch,
            auxBranchAt,
            auxBranch,
            whole.length()));
  }

  /// The parent coinbase without witness: its double hash is the leaf of the coinbase branch.
  public Slice coinbase() {
    return at(0, layout.coinbaseLength);
  }

  /// Whether the parent coinbase has an input, and so a script.
  public boolean hasCoinbaseScript() {
    return layout.scriptAt >= 0;
  }

  /// The script of the coinbase's first input, where the commitment stands; empty without inputs.
  public Slice coinbaseScript() {
    return at(Math.max(layout.scriptAt, 0), layout.scriptLength);
  }

  /// A hash that miners fill in as they like.
  public Hash256 parentHash() {
    return at(layout.coinbaseLength, Hash256.BYTES).hash256(0);
  }

  /// The siblings from the coinbase to the parent's merkle root, 32 bytes each.
  public Slice coinbaseBranch() {
    return at(
        layout.auxBranchAt - auxCountBytes() - 4 - layout.coinbaseBranch, layout.coinbaseBranch);
  }

  /// The coinbase's position, unsigned 32-bit.
  public long coinbaseIndex() {
    return at(layout.auxBranchAt - auxCountBytes() - 4, 4).u32(0);
  }

  /// The siblings from the ELA block to the committed root, 32 bytes each.
  public Slice auxBranch() {
    return at(layout.auxBranchAt, layout.auxBranch);
  }

  /// The ELA chain's slot among the merge-mined chains, unsigned 32-bit.
  public long auxIndex() {
    return at(layout.length - ParentHeader.BYTES - 4, 4).u32(0);
  }

  /// The 80 bytes whose double hash carries the work.
  public Slice parentHeader() {
    return at(layout.length - ParentHeader.BYTES, ParentHeader.BYTES);
  }

  /// The parts as values.
  public Parts parts() {
    return new Parts(
        ElaReader.decode(coinbase().toArray(), ParentTransaction::read).orElseThrow(),
        parentHash(),
        hashes(coinbaseBranch()),
        coinbaseIndex(),
        hashes(auxBranch()),
        auxIndex(),
        ElaReader.decode(parentHeader().toArray(), ParentHeader::read).orElseThrow());
  }

  /// The exact bytes.
  public Bytes encoded() {
    return slice().bytes();
  }

  Slice slice() {
    return at(0, layout.length);
  }

  /// The same proof on other bytes that hold it from a given place.
  AuxPow on(byte[] bytes, int at) {
    return new AuxPow(bytes, at, layout);
  }

  private int auxCountBytes() {
    int count = layout.auxBranch / Hash256.BYTES;
    if (count < 0xfd) {
      return 1;
    }
    return count > 0xffff ? 5 : 3;
  }

  private Slice at(int from, int length) {
    return new Slice(array, start + from, length);
  }

  private static List<Hash256> hashes(Slice branch) {
    return IntStream.range(0, branch.length() / Hash256.BYTES)
        .mapToObj(i -> branch.hash256(i * Hash256.BYTES))
        .toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AuxPow that && slice().equals(that.slice());
  }

  @Override
  public int hashCode() {
    return slice().hashCode();
  }

  @Override
  public String toString() {
    return slice().toString();
  }
}
