// SPDX-License-Identifier: MIT
package org.elastos.smartweb.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmCall;
import org.elastos.smartweb.chain.EvmTransaction;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.contracts.DevelopmentChain.Receipt;
import org.elastos.smartweb.contracts.abi.ContractCall;
import org.elastos.smartweb.contracts.generated.ChannelCalls;
import org.elastos.smartweb.contracts.generated.ChannelEvents;
import org.elastos.smartweb.contracts.generated.ChannelFactoryCalls;
import org.elastos.smartweb.contracts.generated.ChannelFactoryEvents;
import org.elastos.smartweb.contracts.generated.DevUsdCalls;
import org.elastos.smartweb.contracts.generated.EditionTerms;
import org.elastos.smartweb.contracts.generated.LicenseCommitteeCalls;
import org.elastos.smartweb.contracts.generated.LicenseCommitteeEvents;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// The committed code and wrappers on a real chain of the oldest level that is supported.
class WrappersOnChainIT {
  private static final Hash256 ASSET = Hash256.fromHex("a5".repeat(32));
  private static final Hash256 SALT = Hash256.fromHex("17".repeat(32));
  private static final List<EvmAddress> HOLDERS =
      Stream.of("c1", "c2", "c3").map(end -> EvmAddress.fromHex("77".repeat(19) + end)).toList();
  private static final Bytes DEED =
      Bytes.fromHex(
          "90".repeat(32)
              + "%sc1000927c0%sc2000493e0%sc3000186a0"
                  .formatted("77".repeat(19), "77".repeat(19), "77".repeat(19)));
  private static final BigInteger PRICE = BigInteger.valueOf(2_500_001);

  private static DevelopmentChain chain;
  private static EvmAddress creator;
  private static EvmAddress buyer;

  @BeforeAll
  static void startChain() throws Exception {
    SolidityIT.installPackages();
    chain =
        DevelopmentChain.start(
            "node_modules/@foundry-rs/anvil-linux-amd64/bin/anvil",
            "--port",
            "0",
            "--hardfork",
            "shanghai");
    creator = chain.account(0);
    buyer = chain.account(1);
  }

  @AfterAll
  static void endChain() {
    if (chain != null) {
      chain.close();
    }
  }

  @Test
  void aSalePaysTheHoldersAndGivesAccess() {
    EvmAddress usd = chain.send(creator, new DevUsdCalls.Deploy().transaction()).created();
    EvmAddress channel = createChannel();
    EditionId edition = chain.read(channel, new ChannelCalls.EditionIdOf(SALT));
    EditionTerms terms =
        new EditionTerms(ASSET, usd, PRICE, 0, 1_000, 0, 0, 0, 0, "ipfs://somewhere");
    Receipt opened = call(creator, channel, new ChannelCalls.CreateEdition(SALT, terms, DEED));
    assertThat(decoded(opened))
        .containsExactly(
            new ChannelEvents.EditionCreated(
                edition, ASSET, usd, PRICE, 0, 1_000, 0, true, 0, 0, DEED, "ipfs://somewhere"));

    var access = new ChannelCalls.HasAccess(buyer, edition);
    assertThat(chain.read(channel, access))
        .isEqualTo(new ChannelCalls.HasAccess.Result(false, 1, 0));
    assertThat(call(buyer, usd, new DevUsdCalls.Mint(buyer, PRICE)).ok()).isTrue();
    assertThat(call(buyer, usd, new DevUsdCalls.Approve(channel, PRICE)).ok()).isTrue();
    Receipt sold = call(buyer, channel, new ChannelCalls.Buy(edition, 1, buyer, PRICE, DEED));

    assertThat(decoded(sold))
        .contains(
            new ChannelEvents.Sold(edition, buyer, buyer, 1, PRICE),
            new ChannelEvents.RoyaltiesPushed(edition, PRICE, BigInteger.ZERO, 7));
    assertThat(HOLDERS.stream().map(holder -> chain.read(usd, new DevUsdCalls.BalanceOf(holder))))
        .containsExactly(
            BigInteger.valueOf(1_500_001),
            BigInteger.valueOf(750_000),
            BigInteger.valueOf(250_000));
    assertThat(chain.read(channel, access))
        .isEqualTo(new ChannelCalls.HasAccess.Result(true, 0, Long.MAX_VALUE));
    assertThat(chain.read(channel, new ChannelCalls.Edition(edition)).sold()).isEqualTo(1);
  }

  /// Core and modules together know every function of the interface that the artifact tells.
  @Test
  void everyFunctionOfAChannelIsAnswered() throws IOException {
    EvmAddress channel = createChannel();
    JsonNode methods =
        new ObjectMapper()
            .readTree(Files.readString(Path.of("artifacts", "Channel.json")))
            .get("methods");
    assertThat(methods.size()).isGreaterThan(50);
    assertThat(methods)
        .allSatisfy(selector -> {
          EvmCall call = new EvmCall(channel, Bytes.fromHex(selector.asString()));
          assertThat(ContractErrors.name(chain.refusal(buyer, call)))
              .isNotEqualTo(Optional.of("NoSuchFunction"));
        });
    EvmCall unknown = new EvmCall(channel, Bytes.fromHex("01020304"));
    assertThat(ContractErrors.name(chain.refusal(buyer, unknown))).contains("NoSuchFunction");
  }

  @Test
  void aRefusalIsPutIntoWords() {
    EvmAddress channel = createChannel();
    EditionId nothing = new EditionId(ASSET);

    Bytes refusal =
        chain.refusal(buyer, new ChannelCalls.Buy(nothing, 1, buyer, PRICE, DEED).on(channel));

    assertThat(ContractErrors.name(refusal)).contains("NoSuchEdition");
    assertThat(ContractErrors.describe(refusal))
        .isEqualTo("NoSuchEdition(editionId=0x" + ASSET.hex() + ")");
  }

  @Test
  void aCommitteeStartsWhenItsOnlyMemberRegisters() {
    var deploy =
        new LicenseCommitteeCalls.Deploy(List.of(creator), 1, 5, 6, 7, 8, 9, 10, BigInteger.ZERO);
    EvmAddress committee = chain.send(buyer, deploy.transaction()).created();
    Bytes key = Bytes.fromHex("03" + "42".repeat(32));
    Receipt registered =
        call(
            creator,
            committee,
            new LicenseCommitteeCalls.Register(SALT, key, key, ASSET, "http://127.0.0.1:1"));
    long block = registered.logs().getFirst().blockNumber();

    assertThat(
            registered.logs().stream()
                .map(LicenseCommitteeEvents::decode)
                .flatMap(Optional::stream))
        .containsExactly(
            new LicenseCommitteeEvents.Registered(creator, SALT, key, key),
            new LicenseCommitteeEvents.EndpointChanged(creator, ASSET, "http://127.0.0.1:1"),
            new LicenseCommitteeEvents.CeremonyStarted(1, 1, 0, 1, block));
    assertThat(
            chain.read(committee, new LicenseCommitteeCalls.Members()).getFirst().encryptionKey())
        .isEqualTo(key);
    var ceremony = chain.read(committee, new LicenseCommitteeCalls.Ceremony(1));
    assertThat(ceremony.start()).isEqualTo(block);
    assertThat(ceremony.confirmCloses()).isEqualTo(block + 5 + 6 + 7 + 8);
  }

  private static EvmAddress createChannel() {
    EvmAddress factory =
        ChannelStack.place(
                (contract, creation) -> chain.send(creator, creation.transaction()).created())
            .factory();
    assertThat(chain.codeSize(chain.read(factory, new ChannelFactoryCalls.Implementation())))
        .isBetween(10_000, 24_575);
    EvmAddress expected =
        chain.read(factory, new ChannelFactoryCalls.ChannelAddress(creator, SALT));
    Receipt made = call(creator, factory, new ChannelFactoryCalls.CreateChannel("Songs", SALT));
    assertThat(ChannelFactoryEvents.decode(made.logs().getFirst()))
        .contains(new ChannelFactoryEvents.ChannelCreated(expected, creator, "Songs"));
    return expected;
  }

  private static Receipt call(EvmAddress from, EvmAddress contract, ContractCall call) {
    Receipt receipt = chain.send(from, EvmTransaction.call(call.on(contract)));
    assertThat(receipt.ok()).as("%s was accepted", call).isTrue();
    return receipt;
  }

  private static List<ChannelEvents> decoded(Receipt receipt) {
    return receipt.logs().stream().map(ChannelEvents::decode).flatMap(Optional::stream).toList();
  }
}
