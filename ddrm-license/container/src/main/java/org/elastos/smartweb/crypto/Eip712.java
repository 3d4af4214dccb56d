// SPDX-License-Identifier: MIT
package org.elastos.smartweb.crypto;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;

/// Typed structured data (EIP-712) for structs known at build time: the caller writes the encoded
/// type and gives each member as one word. Stateless.
public final class Eip712 {
  private Eip712() {}

  /// What a signature is bound to; members that are absent do not stand in the domain type.
  public record Domain(
      String name,
      String version,
      Optional<ChainId> chainId,
      Optional<EvmAddress> verifyingContract) {
    /// A domain that no chain bounds.
    public static Domain of(String name, String version) {
      return new Domain(name, version, Optional.empty(), Optional.empty());
    }

    /// A domain of one contract on one chain.
    public static Domain of(String name, String version, ChainId chain, EvmAddress contract) {
      return new Domain(name, version, Optional.of(chain), Optional.of(contract));
    }

    /// The domain separator.
    public Hash256 separator() {
      StringBuilder type = new StringBuilder("EIP712Domain(string name,string version");
      List<Hash256> words = new ArrayList<>(List.of(text(name), text(version)));
      chainId.ifPresent(chain -> {
        type.append(",uint256 chainId");
        words.add(uint(chain.value()));
      });
      verifyingContract.ifPresent(contract -> {
        type.append(",address verifyingContract");
        words.add(address(contract));
      });
      return struct(type.append(')').toString(), words);
    }
  }

  /// The digest that is signed.
  public static Hash256 digest(Domain domain, Hash256 struct) {
    return Keccak256.of(new byte[] {0x19, 0x01}, domain.separator().bytes(), struct.bytes());
  }

  /// The hash of a struct, from its encoded type (with the types that it refers to, sorted) and one
  /// word a member.
  public static Hash256 struct(String encodedType, List<Hash256> words) {
    byte[][] parts = new byte[words.size() + 1][];
    parts[0] = text(encodedType).bytes();
    for (int i = 0; i < words.size(); i++) {
      parts[i + 1] = words.get(i).bytes();
    }
    return Keccak256.of(parts);
  }

  /// The word of a `string`.
  public static Hash256 text(String value) {
    return bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  /// The word of `bytes`.
  public static Hash256 bytes(byte[] value) {
    return Keccak256.of(value);
  }

  /// The word of an array, from its members' words.
  public static Hash256 array(List<Hash256> words) {
    return Keccak256.of(words.stream().map(Hash256::bytes).toArray(byte[][]::new));
  }

  /// The word of an unsigned number that fits a positive `long`.
  public static Hash256 uint(long value) {
    return uint(BigInteger.valueOf(value));
  }

  /// The word of an unsigned number.
  public static Hash256 uint(BigInteger value) {
    return Hash256.fromUint(value);
  }

  /// The word of an `address`.
  public static Hash256 address(EvmAddress value) {
    return uint(new BigInteger(1, value.bytes()));
  }

  /// The word of a `bool`.
  public static Hash256 bool(boolean value) {
    return uint(value ? 1 : 0);
  }
}
