// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.trade;

import java.math.BigInteger;
import java.util.Map;
import java.util.function.Consumer;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.app.outcome.Readings;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmTransaction;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.TxReceipt;
import org.elastos.smartweb.contracts.generated.ChannelFactoryCalls;
import org.elastos.smartweb.crypto.Eip712;
import org.elastos.smartweb.crypto.Keccak256;
import org.elastos.smartweb.market.ChannelRef;
import org.elastos.smartweb.market.service.EvmOffers;

/// Finds or makes the channel in which a wallet publishes: its first one, with salt zero. Blocks;
/// not thread-safe.
public final class Channels {
  private static final Hash256 FIRST = Hash256.ZERO;

  private final Reads reads;
  private final EvmOffers offers;
  private final ChainId chain;
  private final EvmAddress factory;

  /// @param workspace whose factory makes channels
  public Channels(Workspace workspace) {
    this.reads = workspace.reads();
    this.offers = new EvmOffers(workspace.chain());
    this.chain = workspace.chain().id();
    this.factory = workspace.factory();
  }

  /// The account's channel, checked to be a genuine one of the pinned factory and its own.
  public ChannelRef of(Account account, Consumer<String> progress) {
    BlockRef at = reads.newest();
    EvmAddress address =
        reads.ask(new ChannelFactoryCalls.ChannelAddress(account.address(), FIRST), factory, at);
    if (reads.code(address, at).equals(Bytes.EMPTY)) {
      progress.accept("opening the channel " + address);
      TxReceipt receipt =
          account.carryOut(
              "channel/" + address,
              EvmTransaction.call(new ChannelFactoryCalls.CreateChannel("", FIRST).on(factory)));
      at = reads.newestFrom(receipt.block().number());
    }
    requireGenuine(address, account.address(), at);
    return new ChannelRef(chain, address);
  }

  /// keccak256(abi.encode(chainId, channel, salt)) (decision A2).
  static EditionId editionId(ChannelRef channel, Hash256 salt) {
    return new EditionId(
        Keccak256.of(
            joined(
                Eip712.uint(BigInteger.valueOf(channel.chain().value())),
                Eip712.address(channel.address()),
                salt)));
  }

  private void requireGenuine(EvmAddress channel, EvmAddress owner, BlockRef at) {
    boolean genuine =
        Readings.required(offers.channelCode(factory, at))
            .ownerOf(reads.code(channel, at))
            .filter(owner::equals)
            .isPresent();
    if (!genuine) {
      throw new CommandFailure(
          "channel_not_genuine",
          "the contract is no channel of this wallet",
          "check the factory's address in the state directory's stack.json",
          Map.of("channel", channel.toString()));
    }
  }

  private static byte[] joined(Hash256... words) {
    byte[] all = new byte[words.length * Hash256.BYTES];
    for (int i = 0; i < words.length; i++) {
      System.arraycopy(words[i].bytes(), 0, all, i * Hash256.BYTES, Hash256.BYTES);
    }
    return all;
  }
}
