// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela;

import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.jspecify.annotations.Nullable;

/// A mainchain block header with its merge-mining proof. Holds the exact bytes and reads fields
/// from them. Numbers are unsigned 32-bit in a `long`, hashes in internal order. Immutable,
/// thread-safe.
public final class ElaHeader {
  /// How many bytes at the front are hashed: all fields, without the proof.
  public static final int HASHED_BYTES = 84;

  /// What a node writes behind the proof, always.
  private static final int MARKER = 1;

  private final byte[] array;
  private final int start;
  private final int length;
  private final AuxPow auxPow;
  // A benign race: every thread computes the same immutable value.
  private @Nullable Hash256 hash;

  /// The hashed fields as values, for building and for people.
  public record Fields(
      long version,
      Hash256 previous,
      Hash256 merkleRoot,
      long timestamp,
      long bits,
      long nonce,
      long height) {
    /// The block hash that these fields give: what a miner commits to before the proof exists.
    public Hash256 hash() {
      ElaWriter out = new ElaWriter();
      write(out);
      return Sha256d.of(out.toArray());
    }

    private void write(ElaWriter out) {
      out.u32(version)
          .hash256(previous)
          .hash256(merkleRoot)
          .u32(timestamp)
          .u32(bits)
          .u32(nonce)
          .u32(height);
    }
  }

  private ElaHeader(Slice encoded, AuxPow auxPow) {
    this.array = encoded.array();
    this.start = encoded.offset();
    this.length = encoded.length();
    this.auxPow = auxPow;
  }

  /// The header that has these fields and this proof.
  public static ElaHeader of(Fields fields, AuxPow auxPow) {
    ElaWriter out = new ElaWriter();
    fields.write(out);
    out.fixed(auxPow.encoded()).u8(MARKER);
    return ElaReader.decode(out.toArray(), ElaHeader::read).orElseThrow();
  }

  /// Reads a header as part of something larger.
  public static ElaHeader read(ElaReader in) {
    int start = in.take(HASHED_BYTES, "header");
    AuxPow proof = AuxPow.read(in);
    if (in.u8("header.marker") != MARKER) {
      throw in.refusal(Refusal.BAD_HEADER_MARKER, "header.marker");
    }
    Slice encoded = in.since(start);
    if (encoded.length() == encoded.array().length) {
      return new ElaHeader(encoded, proof);
    }
    // A kept header must not keep its whole block in memory.
    Slice own = Slice.copyOf(encoded.toArray());
    return new ElaHeader(own, proof.on(own.array(), HASHED_BYTES));
  }

  /// Writes the exact bytes.
  public void write(ElaWriter out) {
    out.raw(at(0, length).toArray());
  }

  /// The version.
  public long version() {
    return at(0, 4).u32(0);
  }

  /// The previous block's hash.
  public Hash256 previous() {
    return at(4, Hash256.BYTES).hash256(0);
  }

  /// The root of the transactions.
  public Hash256 merkleRoot() {
    return at(36, Hash256.BYTES).hash256(0);
  }

  /// Seconds since 1970.
  public long timestamp() {
    return at(68, 4).u32(0);
  }

  /// The claimed target, compact form.
  public long bits() {
    return at(72, 4).u32(0);
  }

  /// A number without meaning under merge mining.
  public long nonce() {
    return at(76, 4).u32(0);
  }

  /// The height.
  public long height() {
    return at(80, 4).u32(0);
  }

  /// The merge-mining proof.
  public AuxPow auxPow() {
    return auxPow;
  }

  /// The hashed fields as values.
  public Fields fields() {
    return new Fields(version(), previous(), merkleRoot(), timestamp(), bits(), nonce(), height());
  }

  /// The block hash.
  public Hash256 hash() {
    Hash256 known = hash;
    if (known == null) {
      byte[] out = new byte[Hash256.BYTES];
      new Sha256d().hash(hashed(), out, 0);
      known = Hash256.of(out);
      hash = known;
    }
    return known;
  }

  /// The 84 bytes whose double hash is the block hash.
  public Slice hashed() {
    return at(0, HASHED_BYTES);
  }

  /// The exact bytes.
  public Bytes encoded() {
    return at(0, length).bytes();
  }

  private Slice at(int from, int size) {
    return new Slice(array, start + from, size);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ElaHeader that && at(0, length).equals(that.at(0, that.length));
  }

  @Override
  public int hashCode() {
    return at(0, HASHED_BYTES).hashCode();
  }

  @Override
  public String toString() {
    return "ElaHeader[height=" + height() + ", hash=" + ElaHash.display(hash()) + "]";
  }
}
