// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.address;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.Decoded;
import org.elastos.smartweb.chain.ela.ElaHash;
import org.elastos.smartweb.chain.ela.ElaReader;
import org.elastos.smartweb.chain.ela.ElaWriter;

/// What must be shown to spend: the code of a program, whose hash is the address. Immutable.
public sealed interface Script {
  /// The most keys that a script of several may hold when we build it.
  int MAX_KEYS = 24;

  /// The exact bytes.
  Bytes code();

  /// Reads a code of a known shape. Keys stand in the order of the code, and a code that a builder
  /// would not make (unsorted, repeated keys) still reads: its address exists.
  static Decoded<Script> read(Bytes code) {
    return ElaReader.decode(code.bytes(), ScriptReader::read);
  }

  /// A script that several keys sign.
  sealed interface Several extends Script {
    /// How many must sign.
    int required();

    /// Who may sign, in the order of the code.
    List<P256PublicKey> keys();
  }

  /// One key's signature.
  record Standard(P256PublicKey key) implements Script {
    @Override
    public Bytes code() {
      return writeKey(new ElaWriter(), key).u8(ScriptReader.CHECK_SIG).toBytes();
    }

    /// The key's address.
    public ElaAddress address() {
      return ElaAddress.of(ElaAddress.Kind.STANDARD, code());
    }
  }

  /// A Schnorr signature of one, possibly aggregated, key. The chain's aggregation is a plain sum
  /// of points: whoever chooses a key last can choose the sum.
  record Schnorr(P256PublicKey key) implements Script {
    @Override
    public Bytes code() {
      return writeKey(new ElaWriter().u8(ScriptReader.SCHNORR), key).toBytes();
    }

    /// The key's address.
    public ElaAddress address() {
      return ElaAddress.of(ElaAddress.Kind.STANDARD, code());
    }

    /// Whether a program's parameter, 64 bytes and whatever follows, is this key's signature over a
    /// transaction's unsigned bytes. Whether a single person holds the key it cannot say.
    public boolean verifies(byte[] unsigned, Bytes parameter) {
      return SchnorrSignature.verifies(key, unsigned, parameter);
    }
  }

  /// Signatures of so many among several keys.
  record MultiSignature(int required, List<P256PublicKey> keys) implements Several {
    /// Copies the list.
    ///
    /// @throws IllegalArgumentException when the keys cannot give so many signatures
    public MultiSignature {
      keys = List.copyOf(keys);
      checkCount(required, keys);
    }

    /// The script whose address these keys have together: sorted by x coordinate, each key once.
    ///
    /// @throws IllegalArgumentException when a key repeats, or with no or more than 24 keys
    public static MultiSignature of(int required, List<P256PublicKey> keys) {
      return new MultiSignature(required, sorted(keys));
    }

    @Override
    public Bytes code() {
      return writeKeys(required, keys, ScriptReader.CHECK_MULTI_SIG);
    }

    /// The keys' address.
    public ElaAddress address() {
      return ElaAddress.of(ElaAddress.Kind.MULTI_SIGNATURE, code());
    }
  }

  /// Signatures of so many arbiters: what spends a side chain's deposits. Its hash is no address,
  /// as the arbiters change.
  record Arbiters(int required, List<P256PublicKey> keys) implements Several {
    /// Copies the list.
    ///
    /// @throws IllegalArgumentException when the keys cannot give so many signatures
    public Arbiters {
      keys = List.copyOf(keys);
      checkCount(required, keys);
    }

    /// The script of these arbiters, sorted by x coordinate.
    public static Arbiters of(int required, List<P256PublicKey> keys) {
      return new Arbiters(required, sorted(keys));
    }

    @Override
    public Bytes code() {
      return writeKeys(required, keys, ScriptReader.CROSS_CHAIN);
    }
  }

  /// A side chain's deposits, named by its genesis hash; nobody ever shows this code.
  ///
  /// @param reversedGenesis the 32 bytes as they stand in the code
  record CrossChain(Hash256 reversedGenesis) implements Script {
    /// The script of an EVM side chain's genesis hash as its own tools print it.
    public static CrossChain ofGenesis(Hash256 genesis) {
      return new CrossChain(ElaHash.reversed(genesis));
    }

    @Override
    public Bytes code() {
      return new ElaWriter()
          .u8(Hash256.BYTES)
          .hash256(reversedGenesis)
          .u8(ScriptReader.CROSS_CHAIN)
          .toBytes();
    }

    /// Where deposits go.
    public ElaAddress address() {
      return ElaAddress.of(ElaAddress.Kind.CROSS_CHAIN, code());
    }
  }

  private static void checkCount(int required, List<P256PublicKey> keys) {
    if (required < 1 || required > keys.size() || keys.size() > 0xff) {
      throw new IllegalArgumentException("between one and all of at most 255 keys sign");
    }
  }

  private static List<P256PublicKey> sorted(List<P256PublicKey> keys) {
    if (keys.size() > MAX_KEYS || new HashSet<>(keys).size() != keys.size()) {
      throw new IllegalArgumentException("at most 24 keys, each once");
    }
    return keys.stream().sorted(Comparator.comparing(P256PublicKey::x)).toList();
  }

  private static Bytes writeKeys(int required, List<P256PublicKey> keys, int last) {
    ElaWriter out = new ElaWriter();
    writeNumber(out, required).items(keys, Script::writeKey);
    return writeNumber(out, keys.size()).u8(last).toBytes();
  }

  private static ElaWriter writeNumber(ElaWriter out, int number) {
    return number <= ScriptReader.SMALL
        ? out.u8(ScriptReader.PUSH_0 + number)
        : out.u8(1).u8(number);
  }

  private static ElaWriter writeKey(ElaWriter out, P256PublicKey key) {
    return out.u8(P256PublicKey.BYTES).fixed(key.encoded());
  }
}
