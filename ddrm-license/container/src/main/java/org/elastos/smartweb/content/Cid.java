// SPDX-License-Identifier: MIT
package org.elastos.smartweb.content;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.crypto.Sha256;

/// A content identifier over SHA-256, the only hash in use here. Version 0 is a bare multihash of a
/// DAG-PB node; version 1 names its codec.
public record Cid(int version, Codec codec, Hash256 digest) {
  private static final int SHA2_256 = 0x12;
  private static final int V0_TEXT_LENGTH = 46;

  /// How a block is to be read.
  public enum Codec {
    /// Bytes as they are.
    RAW(0x55),
    /// A node with links, as UnixFS uses it.
    DAG_PB(0x70),
    /// A DAG-CBOR value.
    DAG_CBOR(0x71);

    private final int code;

    Codec(int code) {
      this.code = code;
    }

    private static Optional<Codec> of(int code) {
      return Arrays.stream(values()).filter(codec -> codec.code == code).findFirst();
    }
  }

  /// @throws IllegalArgumentException for another version, or a version 0 that is no DAG-PB node
  public Cid {
    if (version != 1 && !(version == 0 && codec == Codec.DAG_PB)) {
      throw new IllegalArgumentException("a CID has version 1, or 0 for DAG-PB");
    }
  }

  /// The version 1 CID of a block.
  public static Cid of(Codec codec, byte[] block) {
    return new Cid(1, codec, Sha256.of(block));
  }

  /// Reads the text of a CID: version 0 in base58btc, version 1 in base32 or base58btc.
  ///
  /// @return nothing for any other text, multibase, codec or hash
  public static Optional<Cid> parse(String text) {
    if (text.length() > 128) {
      return Optional.empty();
    }
    if (text.length() == V0_TEXT_LENGTH && text.startsWith("Qm")) {
      return Base58.decode(text).flatMap(Cid::fromBytes).filter(cid -> cid.version == 0);
    }
    if (text.startsWith("b")) {
      return Base32.decode(text.substring(1)).flatMap(Cid::fromBytes).filter(c -> c.version == 1);
    }
    return text.startsWith("z")
        ? Base58.decode(text.substring(1)).flatMap(Cid::fromBytes).filter(c -> c.version == 1)
        : Optional.empty();
  }

  /// Reads the bytes of a CID.
  ///
  /// @return nothing for any other shape, codec or hash
  public static Optional<Cid> fromBytes(byte[] bytes) {
    if (bytes.length == 34 && bytes[0] == SHA2_256 && bytes[1] == 32) {
      return Optional.of(new Cid(0, Codec.DAG_PB, Hash256.of(Arrays.copyOfRange(bytes, 2, 34))));
    }
    if (bytes.length != 36 || bytes[0] != 1 || bytes[2] != SHA2_256 || bytes[3] != 32) {
      return Optional.empty();
    }
    Hash256 digest = Hash256.of(Arrays.copyOfRange(bytes, 4, 36));
    return Codec.of(bytes[1]).map(codec -> new Cid(1, codec, digest));
  }

  /// The bytes of this CID.
  public byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (version == 1) {
      out.write(1);
      out.write(codec.code);
    }
    out.write(SHA2_256);
    out.write(Hash256.BYTES);
    out.writeBytes(digest.bytes());
    return out.toByteArray();
  }

  /// The bytes of this CID, as links carry them.
  public Bytes toBytes() {
    return Bytes.of(bytes());
  }

  /// Whether the block has this CID's hash.
  public boolean matches(byte[] block) {
    return Sha256.of(block).equals(digest);
  }

  /// The usual text: base58btc for version 0, base32 for version 1.
  @Override
  public String toString() {
    return version == 0 ? Base58.encode(bytes()) : "b" + Base32.encode(bytes());
  }
}
