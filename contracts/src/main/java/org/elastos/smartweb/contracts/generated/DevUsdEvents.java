// SPDX-License-Identifier: MIT
package org.elastos.smartweb.contracts.generated;

import java.math.BigInteger;
import java.util.Optional;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmLog;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.contracts.abi.AbiReader;

/// The events of the development dollar, a token without value. Generated; decodes only.
public sealed interface DevUsdEvents {
  /// Reads a log; empty when it is no event of this contract.
  static Optional<DevUsdEvents> decode(EvmLog log) {
    if (log.topics().isEmpty()) {
      return Optional.empty();
    }
    Hash256 topic = log.topics().getFirst();

    if (topic.equals(Approval.TOPIC)) {
      return Optional.of(Approval.decode(log));
    }
    if (topic.equals(AuthorizationCanceled.TOPIC)) {
      return Optional.of(AuthorizationCanceled.decode(log));
    }
    if (topic.equals(AuthorizationUsed.TOPIC)) {
      return Optional.of(AuthorizationUsed.decode(log));
    }
    if (topic.equals(Transfer.TOPIC)) {
      return Optional.of(Transfer.decode(log));
    }
    return Optional.empty();
  }

  /// `Approval`
  record Approval(EvmAddress owner, EvmAddress spender, BigInteger value) implements DevUsdEvents {
    /// The hash of `Approval(address,address,uint256)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b925");

    /// Reads the event from a log that has this topic.
    public static Approval decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 2);
      AbiReader in = AbiReader.of(log.data());
      return new Approval(
          AbiReader.topic(log, 1).address(), AbiReader.topic(log, 2).address(), in.uint(256));
    }
  }

  /// `AuthorizationCanceled`
  record AuthorizationCanceled(EvmAddress authorizer, Hash256 nonce) implements DevUsdEvents {
    /// The hash of `AuthorizationCanceled(address,bytes32)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("1cdd46ff242716cdaa72d159d339a485b3438398348d68f09d7c8c0a59353d81");

    /// Reads the event from a log that has this topic.
    public static AuthorizationCanceled decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 2);

      return new AuthorizationCanceled(
          AbiReader.topic(log, 1).address(), AbiReader.topic(log, 2).word());
    }
  }

  /// `AuthorizationUsed`
  record AuthorizationUsed(EvmAddress authorizer, Hash256 nonce) implements DevUsdEvents {
    /// The hash of `AuthorizationUsed(address,bytes32)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("98de503528ee59b575ef0c0a2576a82497bfc029a5685b209e9ec333479b10a5");

    /// Reads the event from a log that has this topic.
    public static AuthorizationUsed decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 2);

      return new AuthorizationUsed(
          AbiReader.topic(log, 1).address(), AbiReader.topic(log, 2).word());
    }
  }

  /// `Transfer`
  record Transfer(EvmAddress from, EvmAddress to, BigInteger value) implements DevUsdEvents {
    /// The hash of `Transfer(address,address,uint256)`.
    public static final Hash256 TOPIC =
        Hash256.fromHex("ddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef");

    /// Reads the event from a log that has this topic.
    public static Transfer decode(EvmLog log) {
      AbiReader.requireTopics(log, TOPIC, 2);
      AbiReader in = AbiReader.of(log.data());
      return new Transfer(
          AbiReader.topic(log, 1).address(), AbiReader.topic(log, 2).address(), in.uint(256));
    }
  }
}
