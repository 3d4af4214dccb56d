// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmLog;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.TxHash;
import org.elastos.smartweb.chain.TxReceipt;
import org.elastos.smartweb.contracts.generated.ChannelEvents;
import org.elastos.smartweb.crypto.Eip712;
import org.elastos.smartweb.market.RoyaltyShare;
import org.elastos.smartweb.market.RoyaltyTable;
import org.junit.jupiter.api.Test;

class PurchaseTest {
  private static final EditionId EDITION = new EditionId(Hash256.fromHex("cd".repeat(32)));
  private static final EditionId OTHER = new EditionId(Hash256.fromHex("ce".repeat(32)));
  private static final EvmAddress CHANNEL = address("aa");
  private static final EvmAddress BUYER = address("b1");
  private static final EvmAddress SELLER = address("5e");
  private static final EvmAddress ANA = address("a0");
  private static final EvmAddress BEN = address("be");
  private static final RoyaltyTable TABLE =
      new RoyaltyTable(List.of(new RoyaltyShare(ANA, 700_000), new RoyaltyShare(BEN, 300_000)));

  @Test
  void tellsEachRoyaltyOfASale() {
    Purchase purchase =
        Purchase.of(
                EDITION,
                TABLE,
                receipt(
                    log(ChannelEvents.RoyaltyCredited.TOPIC, EDITION, List.of(BEN), 300_000),
                    log(ChannelEvents.RoyaltiesPushed.TOPIC, EDITION, List.of(), 1_000_000, 0, 3),
                    log(ChannelEvents.RoyaltiesPushed.TOPIC, OTHER, List.of(), 999, 0, 3),
                    log(Hash256.ZERO, EDITION, List.of(), 5),
                    log(ChannelEvents.Sold.TOPIC, EDITION, List.of(BUYER, BUYER), 2, 1_000_000)))
            .orElseThrow();
    assertThat(purchase.recipient()).isEqualTo(BUYER);
    assertThat(purchase.quantity()).isEqualTo(2);
    assertThat(purchase.paid()).isEqualTo(1_000_000);
    assertThat(purchase.seller()).isEmpty();
    assertThat(purchase.royalties())
        .containsExactly(
            new Purchase.Payment(ANA, BigInteger.valueOf(700_000), true),
            new Purchase.Payment(BEN, BigInteger.valueOf(300_000), false));
    assertThat(purchase.asMap()).containsEntry("paid", "1.00").containsEntry("block", 7L);
  }

  @Test
  void tellsWhatASellerGotInAResale() {
    Purchase purchase =
        Purchase.of(
                EDITION,
                TABLE,
                receipt(
                    log(ChannelEvents.ProceedsPaid.TOPIC, EDITION, List.of(SELLER), 950_000),
                    log(ChannelEvents.RoyaltiesPushed.TOPIC, EDITION, List.of(), 50_000, 0, 3),
                    log(
                        ChannelEvents.Resold.TOPIC,
                        EDITION,
                        List.of(SELLER, BUYER),
                        1,
                        1_000_000,
                        50_000,
                        4)))
            .orElseThrow();
    assertThat(purchase.recipient()).isEqualTo(BUYER);
    assertThat(purchase.seller())
        .contains(new Purchase.Payment(SELLER, BigInteger.valueOf(950_000), true));
    assertThat(purchase.asMap()).containsKey("seller");
  }

  @Test
  void findsNoPurchaseOfAnEditionThatWasNotBought() {
    assertThat(
            Purchase.of(
                EDITION,
                TABLE,
                receipt(log(ChannelEvents.Sold.TOPIC, OTHER, List.of(BUYER, BUYER), 1, 5))))
        .isEmpty();
  }

  private static EvmLog log(
      Hash256 topic, EditionId edition, List<EvmAddress> indexed, long... data) {
    List<Hash256> topics = new ArrayList<>(List.of(topic, edition.hash()));
    indexed.forEach(one -> topics.add(Eip712.address(one)));
    StringBuilder words = new StringBuilder("0x");
    Arrays.stream(data).forEach(value -> words.append(Eip712.uint(value).hex()));
    return new EvmLog(
        CHANNEL,
        topics,
        Bytes.fromHex(words.toString()),
        7,
        Hash256.ZERO,
        new TxHash(Hash256.ZERO),
        0);
  }

  private static TxReceipt receipt(EvmLog... logs) {
    return new TxReceipt(
        new TxHash(Hash256.ZERO),
        new BlockRef(new ChainId(31337), 7, Hash256.ZERO, Instant.EPOCH),
        true,
        List.of(logs),
        100_000,
        BigInteger.ONE,
        Optional.empty());
  }

  private static EvmAddress address(String octet) {
    return EvmAddress.fromHex("0x" + octet.repeat(20));
  }
}
