// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.address;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ela.Decoded;
import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.Refusal;
import org.elastos.smartweb.chain.ela.Sha256d;

/// A mainchain address: a program hash and, as text, its 34 characters in base 58 with four bytes
/// of checksum. The text is one big integer: there is no rule for leading zero bytes. Immutable.
public record ElaAddress(ProgramHash programHash) {
  /// Length of the text.
  public static final int CHARACTERS = 34;

  private static final String DIGITS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
  private static final int CHECKSUM = 4;
  private static final int WHOLE = ProgramHash.BYTES + CHECKSUM;

  /// What an address is for; its prefix makes the text's first letter.
  public enum Kind {
    /// One key, or a Schnorr key (E).
    STANDARD(0x21),
    /// Several keys (8).
    MULTI_SIGNATURE(0x12),
    /// A side chain's deposits; only arbiters spend them (X).
    CROSS_CHAIN(0x4b),
    /// A producer's or candidate's deposit (D).
    DEPOSIT(0x1f),
    /// An identity (i).
    DID(0x67),
    /// Stakes (S).
    STAKE(0x3f),
    /// The council's funds (C).
    COUNCIL(0x1c),
    /// A prefix without meaning: stands in outputs at times, never in a text that is accepted.
    OTHER(-1);

    private final int prefix;

    Kind(int prefix) {
      this.prefix = prefix;
    }

    /// The first byte of the program hash.
    ///
    /// @throws IllegalStateException for the kind that has none
    public int prefix() {
      if (prefix < 0) {
        throw new IllegalStateException("this kind of address has no prefix");
      }
      return prefix;
    }

    static Kind of(int prefix) {
      for (Kind kind : values()) {
        if (kind.prefix == prefix) {
          return kind;
        }
      }
      return OTHER;
    }
  }

  /// The address of a script.
  ///
  /// @throws IllegalStateException for [Kind#OTHER]
  public static ElaAddress of(Kind kind, Bytes code) {
    byte[] hash = new byte[ProgramHash.BYTES];
    hash[0] = (byte) kind.prefix();
    System.arraycopy(Ripemd160.of(sha256(code.bytes())), 0, hash, 1, ProgramHash.BYTES - 1);
    return new ElaAddress(ProgramHash.of(hash));
  }

  /// Reads the text of an address of a known kind.
  public static Decoded<ElaAddress> read(String text) {
    if (text.length() != CHARACTERS) {
      return refused(Refusal.LENGTH_OUT_OF_BOUNDS, Math.min(text.length(), CHARACTERS));
    }
    BigInteger number = BigInteger.ZERO;
    for (int i = 0; i < CHARACTERS; i++) {
      int digit = DIGITS.indexOf(text.charAt(i));
      if (digit < 0) {
        return refused(Refusal.BAD_CHARACTER, i);
      }
      number = number.multiply(BASE).add(BigInteger.valueOf(digit));
    }
    if (number.bitLength() > 8 * WHOLE) {
      return refused(Refusal.BAD_CHECKSUM, 0);
    }
    byte[] whole = fixed(number);
    byte[] hash = Arrays.copyOf(whole, ProgramHash.BYTES);
    if (!Arrays.equals(checksum(hash), Arrays.copyOfRange(whole, ProgramHash.BYTES, WHOLE))) {
      return refused(Refusal.BAD_CHECKSUM, 0);
    }
    ElaAddress address = new ElaAddress(ProgramHash.of(hash));
    return address.kind() == Kind.OTHER
        ? refused(Refusal.UNKNOWN_PREFIX, 0)
        : new Decoded.Value<>(address);
  }

  /// What the address is for.
  public Kind kind() {
    return Kind.of(programHash.prefix());
  }

  /// The text.
  @Override
  public String toString() {
    byte[] hash = programHash.bytes();
    byte[] whole = Arrays.copyOf(hash, WHOLE);
    System.arraycopy(checksum(hash), 0, whole, ProgramHash.BYTES, CHECKSUM);
    StringBuilder text = new StringBuilder(CHARACTERS);
    BigInteger rest = new BigInteger(1, whole);
    while (rest.signum() > 0) {
      BigInteger[] parts = rest.divideAndRemainder(BASE);
      text.append(DIGITS.charAt(parts[1].intValue()));
      rest = parts[0];
    }
    return text.reverse().toString();
  }

  private static Decoded<ElaAddress> refused(Refusal code, int at) {
    return new Decoded.Refused<>(code, at, "address");
  }

  private static byte[] fixed(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int take = Math.min(bytes.length, WHOLE);
    byte[] out = new byte[WHOLE];
    System.arraycopy(bytes, bytes.length - take, out, WHOLE - take, take);
    return out;
  }

  private static byte[] checksum(byte[] hash) {
    return Arrays.copyOf(Sha256d.of(hash).bytes(), CHECKSUM);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
