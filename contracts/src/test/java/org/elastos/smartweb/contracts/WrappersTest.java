// SPDX-License-Identifier: MIT
package org.elastos.smartweb.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmLog;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.TxHash;
import org.elastos.smartweb.contracts.abi.AbiException;
import org.elastos.smartweb.contracts.generated.ChannelCalls;
import org.elastos.smartweb.contracts.generated.ChannelEvents;
import org.elastos.smartweb.contracts.generated.ChannelFactoryCalls;
import org.elastos.smartweb.contracts.generated.DevUsdCalls;
import org.elastos.smartweb.contracts.generated.EditionTerms;
import org.elastos.smartweb.contracts.generated.LicenseCommitteeCalls;
import org.elastos.smartweb.contracts.generated.Listing;
import org.elastos.smartweb.contracts.generated.Member;
import org.junit.jupiter.api.Test;
import org.web3j.abi.DefaultFunctionEncoder;
import org.web3j.abi.EventEncoder;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.Address;
import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.DynamicBytes;
import org.web3j.abi.datatypes.DynamicStruct;
import org.web3j.abi.datatypes.Function;
import org.web3j.abi.datatypes.StaticStruct;
import org.web3j.abi.datatypes.Type;
import org.web3j.abi.datatypes.Utf8String;
import org.web3j.abi.datatypes.generated.Bytes32;
import org.web3j.abi.datatypes.generated.Uint128;
import org.web3j.abi.datatypes.generated.Uint16;
import org.web3j.abi.datatypes.generated.Uint256;
import org.web3j.abi.datatypes.generated.Uint32;
import org.web3j.abi.datatypes.generated.Uint64;
import org.web3j.abi.datatypes.generated.Uint8;

/// The oracle is web3j's encoder, which shares no code with ours.
class WrappersTest {
  private static final EvmAddress ALICE =
      EvmAddress.fromHex("00000000000000000000000000000000000a11ce");
  private static final EvmAddress BOB =
      EvmAddress.fromHex("b0b0000000000000000000000000000000000b0b");
  private static final EditionId EDITION = EditionId.fromHex("ab".repeat(32));
  private static final Bytes DEED = Bytes.fromHex("d0".repeat(32) + "a1".repeat(20) + "000f4240");
  private static final Hash256 SALT = Hash256.fromHex("5a".repeat(32));
  private static final BigInteger MAX = BigInteger.TWO.pow(128).subtract(BigInteger.ONE);

  @Test
  void encodesAPurchaseAsTheReferenceDoes() {
    var buy = new ChannelCalls.Buy(EDITION, 3, ALICE, MAX, DEED);

    assertThat(buy.callData().hex())
        .isEqualTo(
            reference(
                "buy",
                uint256(EDITION.toUint()),
                new Uint64(3),
                address(ALICE),
                new Uint128(MAX),
                new DynamicBytes(DEED.bytes())));
    assertThat(ChannelCalls.Buy.decode(buy.callData())).isEqualTo(buy);
    assertThat(buy.on(BOB).to()).contains(BOB);
  }

  @Test
  void encodesAStructWithTextAsTheReferenceDoes() {
    var terms =
        new EditionTerms(SALT, BOB, BigInteger.TEN, 100, 750, 2, 1, 86_400, 5, "ipfs://ünïcode");
    var create = new ChannelCalls.CreateEdition(SALT, terms, DEED);

    assertThat(create.callData().hex())
        .isEqualTo(
            reference(
                "createEdition",
                new Bytes32(SALT.bytes()),
                new DynamicStruct(
                    new Bytes32(SALT.bytes()),
                    address(BOB),
                    new Uint128(10),
                    new Uint64(100),
                    new Uint16(750),
                    new Uint8(2),
                    new Uint8(1),
                    new Uint32(86_400),
                    new Uint16(5),
                    new Utf8String("ipfs://ünïcode")),
                new DynamicBytes(DEED.bytes())));
    assertThat(ChannelCalls.CreateEdition.decode(create.callData())).isEqualTo(create);
  }

  @Test
  void encodesAStaticStructInlineAsTheReferenceDoes() {
    var listing =
        new Listing(ALICE, EDITION, 1, EvmAddress.ZERO, BigInteger.valueOf(7), BigInteger.TWO, 99);
    var fill = new ChannelCalls.Fill(listing, Bytes.fromHex("c0ffee"), BOB, Bytes.EMPTY);

    assertThat(fill.callData().hex())
        .isEqualTo(
            reference(
                "fill",
                new StaticStruct(
                    address(ALICE),
                    uint256(EDITION.toUint()),
                    new Uint64(1),
                    address(EvmAddress.ZERO),
                    new Uint256(7),
                    new Uint256(2),
                    new Uint64(99)),
                new DynamicBytes(Bytes.fromHex("c0ffee").bytes()),
                address(BOB),
                new DynamicBytes(new byte[0])));
    assertThat(ChannelCalls.Fill.decode(fill.callData())).isEqualTo(fill);
  }

  @Test
  void knowsTheSelectorsThatOtherStandardsFix() {
    assertThat(DevUsdCalls.Transfer.SELECTOR).isEqualTo("a9059cbb");
    assertThat(DevUsdCalls.Permit.SELECTOR).isEqualTo("d505accf");
    assertThat(DevUsdCalls.ReceiveWithAuthorization.SELECTOR).isEqualTo("ef55bec6");
    assertThat(DevUsdCalls.TransferWithAuthorization.SELECTOR).isEqualTo("e3ee160e");
    assertThat(ChannelCalls.SafeTransferFrom.SELECTOR).isEqualTo("f242432a");
  }

  @Test
  void topicsAreTheHashesOfTheEventSignatures() {
    assertThat(ChannelEvents.Sold.TOPIC)
        .isEqualTo(topic("Sold(uint256,address,address,uint64,uint256)"));
    assertThat(ChannelEvents.EditionCreated.TOPIC)
        .isEqualTo(
            topic(
                "EditionCreated(uint256,bytes32,address,uint128,uint64,uint16,uint8,bool,uint32,uint16,bytes,string)"));
    assertThat(ChannelEvents.TransferSingle.TOPIC.hex())
        .isEqualTo("c3d58168c5ae7397731d063d5bbf3d657854427343f4c083240f7aacaa2d0f62");
  }

  @Test
  void readsAnEventAndIgnoresForeignOnes() {
    Hash256 holder = Hash256.fromUint(new BigInteger(1, ALICE.bytes()));
    Bytes data = Bytes.fromHex("%064x%064x".formatted(2, 1_000_003));
    EvmLog sold = log(List.of(ChannelEvents.Sold.TOPIC, EDITION.hash(), holder, holder), data);

    assertThat(ChannelEvents.decode(sold))
        .contains(new ChannelEvents.Sold(EDITION, ALICE, ALICE, 2, BigInteger.valueOf(1_000_003)));
    assertThat(ChannelEvents.decode(log(List.of(SALT), data))).isEmpty();
    assertThat(ChannelEvents.decode(log(List.of(), data))).isEmpty();
  }

  @Test
  void refusesAnEventWithTooFewTopics() {
    EvmLog cut = log(List.of(ChannelEvents.Sold.TOPIC, EDITION.hash()), Bytes.EMPTY);

    assertThatThrownBy(() -> ChannelEvents.decode(cut)).isInstanceOf(AbiException.class);
  }

  @Test
  void readsForEverAsTheGreatestLong() {
    var query = new ChannelCalls.HasAccess(ALICE, EDITION);
    Bytes owned = Bytes.fromHex("%064x%064x%048d%s".formatted(1, 0, 0, "f".repeat(16)));

    assertThat(query.decodeResult(owned))
        .isEqualTo(new ChannelCalls.HasAccess.Result(true, 0, Long.MAX_VALUE));
  }

  @Test
  void readsAListOfStructsAsTheReferenceWritesIt() {
    Bytes key = Bytes.fromHex("02" + "11".repeat(32));
    var struct =
        new DynamicStruct(
            address(ALICE),
            new Uint8(1),
            new Bytes32(SALT.bytes()),
            new DynamicBytes(key.bytes()),
            new DynamicBytes(new byte[] {1}),
            new Bytes32(SALT.bytes()),
            new Utf8String("https://one"));
    Bytes answer =
        Bytes.fromHex(
            FunctionEncoder.encodeConstructor(
                List.of(new DynamicArray<>(DynamicStruct.class, struct, struct))));

    var member = new Member(ALICE, 1, SALT, key, Bytes.of(new byte[] {1}), SALT, "https://one");
    assertThat(new LicenseCommitteeCalls.Members().decodeResult(answer))
        .containsExactly(member, member);
  }

  @Test
  void refusesAnAnswerFromAnAddressWithoutCode() {
    var query = new ChannelCalls.HasAccess(ALICE, EDITION);

    assertThatThrownBy(() -> query.decodeResult(Bytes.EMPTY)).isInstanceOf(AbiException.class);
  }

  @Test
  void refusesCallDataOfAnotherFunctionAndDirtyBits() {
    Bytes cancel = new ChannelCalls.Cancel(BigInteger.ONE).callData();
    Bytes dirty = Bytes.fromHex("8da5cb5b" + "ff".repeat(32));

    assertThatThrownBy(() -> ChannelCalls.Buy.decode(cancel)).isInstanceOf(AbiException.class);
    assertThatThrownBy(() -> new ChannelCalls.Owner().decodeResult(dirty))
        .isInstanceOf(AbiException.class);
  }

  @Test
  void refusesNumbersThatDoNotFit() {
    BigInteger tooLarge = MAX.add(BigInteger.ONE);

    assertThatThrownBy(() -> new ChannelCalls.SetPrice(EDITION, tooLarge).callData())
        .isInstanceOf(AbiException.class);
    assertThatThrownBy(() -> new ChannelCalls.Buy(EDITION, -1, ALICE, MAX, Bytes.EMPTY).callData())
        .isInstanceOf(AbiException.class);
  }

  @Test
  void refusesOffsetsAndLengthsOutsideTheData() {
    String selector = ChannelCalls.BalanceOfBatch.SELECTOR;
    Bytes farOffset = Bytes.fromHex(selector + "f".repeat(64) + "%064x".formatted(64));
    Bytes longList = Bytes.fromHex(selector + "%064x%064x%064x".formatted(64, 64, 0x7fffffff));

    assertThatThrownBy(() -> ChannelCalls.BalanceOfBatch.decode(farOffset))
        .isInstanceOf(AbiException.class);
    assertThatThrownBy(() -> ChannelCalls.BalanceOfBatch.decode(longList))
        .isInstanceOf(AbiException.class);
  }

  @Test
  void creationCodeCarriesTheArguments() {
    var deploy =
        new LicenseCommitteeCalls.Deploy(
            List.of(ALICE, BOB), 1, 10, 11, 12, 13, 14, 15, BigInteger.TEN);
    String arguments =
        FunctionEncoder.encodeConstructor(
            List.of(
                addresses(ALICE, BOB),
                new Uint8(1),
                new Uint32(10),
                new Uint32(11),
                new Uint32(12),
                new Uint32(13),
                new Uint32(14),
                new Uint32(15),
                new Uint128(10)));

    assertThat(deploy.initCode().hex()).startsWith("61").endsWith(arguments);
    assertThat(new ChannelFactoryCalls.Deploy(BOB).initCode().hex())
        .endsWith(FunctionEncoder.encodeConstructor(List.of(address(BOB))));
    assertThat(deploy.transaction().to()).isEmpty();
  }

  private static EvmLog log(List<Hash256> topics, Bytes data) {
    return new EvmLog(BOB, topics, data, 1, SALT, new TxHash(SALT), 0);
  }

  private static String reference(String name, Type<?>... arguments) {
    Function function = new Function(name, List.of(arguments), List.of());
    return new DefaultFunctionEncoder().encodeFunction(function).substring(2);
  }

  private static Hash256 topic(String signature) {
    return Hash256.fromHex(EventEncoder.buildEventSignature(signature));
  }

  private static Address address(EvmAddress address) {
    return new Address(address.toString());
  }

  private static Uint256 uint256(BigInteger value) {
    return new Uint256(value);
  }

  private static DynamicArray<Address> addresses(EvmAddress... all) {
    return new DynamicArray<>(
        Address.class, List.of(all).stream().map(WrappersTest::address).toList());
  }
}
