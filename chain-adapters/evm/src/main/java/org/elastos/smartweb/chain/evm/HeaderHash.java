// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.chain.Hash256;
import org.web3j.crypto.Hash;

/// Recomputes the name of a block from its header: keccak-256 of the RLP list of its members, in
/// the order in which the forks added them. What a header leaves out ends the list.
final class HeaderHash {
  /// Every block has these. Those that are quantities are written without leading zeros.
  private static final List<Member> MEMBERS =
      List.of(
          new Member("parentHash", false),
          new Member("sha3Uncles", false),
          new Member("miner", false),
          new Member("stateRoot", false),
          new Member("transactionsRoot", false),
          new Member("receiptsRoot", false),
          new Member("logsBloom", false),
          new Member("difficulty", true),
          new Member("number", true),
          new Member("gasLimit", true),
          new Member("gasUsed", true),
          new Member("timestamp", true),
          new Member("extraData", false),
          new Member("mixHash", false),
          new Member("nonce", false));

  /// London, Shanghai, Cancun and Prague added these.
  private static final List<Member> LATER =
      List.of(
          new Member("baseFeePerGas", true),
          new Member("withdrawalsRoot", false),
          new Member("blobGasUsed", true),
          new Member("excessBlobGas", true),
          new Member("parentBeaconBlockRoot", false),
          new Member("requestsHash", false));

  private HeaderHash() {}

  /// Whether this member of a block takes part in its name.
  static boolean isMember(String name) {
    return MEMBERS.stream().anyMatch(member -> member.name().equals(name))
        || LATER.stream().anyMatch(member -> member.name().equals(name));
  }

  /// The name that follows from the members; empty when one is missing or a later one stands
  /// without those before it.
  static Optional<Hash256> of(Map<String, String> texts) {
    ByteArrayOutputStream body = new ByteArrayOutputStream(640);
    for (Member member : MEMBERS) {
      String text = texts.get(member.name());
      if (text == null) {
        return Optional.empty();
      }
      body.writeBytes(string(member.bytes(text)));
    }
    int written = 0;
    for (Member member : LATER) {
      String text = texts.get(member.name());
      if (text == null) {
        break;
      }
      body.writeBytes(string(member.bytes(text)));
      written++;
    }
    if (LATER.stream().skip(written).anyMatch(member -> texts.containsKey(member.name()))) {
      return Optional.empty();
    }
    return Optional.of(Hash256.of(Hash.sha3(prefixed(body.toByteArray(), 0xc0))));
  }

  private static byte[] string(byte[] bytes) {
    return bytes.length == 1 && bytes[0] >= 0 ? bytes : prefixed(bytes, 0x80);
  }

  private static byte[] prefixed(byte[] bytes, int kind) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + 4);
    if (bytes.length < 56) {
      out.write(kind + bytes.length);
    } else {
      int lengthBytes = bytes.length < 0x100 ? 1 : bytes.length < 0x10000 ? 2 : 3;
      out.write(kind + 55 + lengthBytes);
      for (int i = lengthBytes - 1; i >= 0; i--) {
        out.write(bytes.length >>> (8 * i));
      }
    }
    out.writeBytes(bytes);
    return out.toByteArray();
  }

  private record Member(String name, boolean quantity) {
    byte[] bytes(String text) {
      if (!quantity) {
        return Wire.bytes(text).bytes();
      }
      byte[] twos = Wire.quantity(text).toByteArray();
      return twos[0] == 0 ? Arrays.copyOfRange(twos, 1, twos.length) : twos;
    }
  }
}
