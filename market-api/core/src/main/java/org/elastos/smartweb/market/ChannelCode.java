// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;

/// The code that a genuine channel has: a minimal proxy (EIP-1167) to the pinned implementation,
/// followed by owner and factory. Such a channel gives editions only ids that commit to its own
/// address (decision A2), so an edition id that exists in a genuine channel exists in no other.
///
/// @param implementation the immutable contract behind every channel of the pinned factory
/// @param factory the pinned factory itself
public record ChannelCode(EvmAddress implementation, EvmAddress factory) {
  private static final byte[] HEAD = HexFormat.of().parseHex("363d3d373d3d3d363d73");
  private static final byte[] TAIL = HexFormat.of().parseHex("5af43d82803e903d91602b57fd5bf3");
  private static final int OWNER_AT = HEAD.length + EvmAddress.BYTES + TAIL.length;
  private static final int FACTORY_AT = OWNER_AT + EvmAddress.BYTES;
  private static final int LENGTH = FACTORY_AT + EvmAddress.BYTES;

  /// The owner of the channel with this code, or nothing when the code is not that of a genuine
  /// channel.
  public Optional<EvmAddress> ownerOf(Bytes code) {
    byte[] raw = code.bytes();
    if (raw.length != LENGTH) {
      return Optional.empty();
    }
    EvmAddress owner = addressAt(raw, OWNER_AT);
    return code.equals(of(owner)) ? Optional.of(owner) : Optional.empty();
  }

  /// The code of the channel of `owner`.
  public Bytes of(EvmAddress owner) {
    byte[] code = new byte[LENGTH];
    System.arraycopy(HEAD, 0, code, 0, HEAD.length);
    System.arraycopy(implementation.bytes(), 0, code, HEAD.length, EvmAddress.BYTES);
    System.arraycopy(TAIL, 0, code, HEAD.length + EvmAddress.BYTES, TAIL.length);
    System.arraycopy(owner.bytes(), 0, code, OWNER_AT, EvmAddress.BYTES);
    System.arraycopy(factory.bytes(), 0, code, FACTORY_AT, EvmAddress.BYTES);
    return Bytes.of(code);
  }

  private static EvmAddress addressAt(byte[] code, int at) {
    return EvmAddress.of(Arrays.copyOfRange(code, at, at + EvmAddress.BYTES));
  }
}
