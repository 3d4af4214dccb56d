// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VocabularyTest {
  private static final String HEX = "00ff" + "11".repeat(30);

  @Test
  void readsAndPrintsHashesWithAndWithoutPrefix() {
    assertThat(Hash256.fromHex("0x" + HEX)).isEqualTo(Hash256.fromHex(HEX));
    assertThat(Hash256.fromHex(HEX))
        .hasToString("0x" + HEX)
        .hasSameHashCodeAs(Hash256.fromHex(HEX));
    assertThat(EvmAddress.fromHex("0xAB" + "00".repeat(19))).hasToString("0xab" + "00".repeat(19));
    assertThat(Bytes.fromHex("0x0102").bytes()).containsExactly(1, 2);
    assertThat(Bytes.fromHex("0102")).hasToString("0x0102").isNotEqualTo(Bytes.EMPTY);
    assertThat(TxHash.fromHex(HEX)).hasToString("0x" + HEX);
    assertThat(EditionId.fromHex(HEX)).hasToString("0x" + HEX);
  }

  @Test
  void refusesValuesOfAnotherLengthOrRange() {
    assertThatIllegalArgumentException().isThrownBy(() -> Hash256.of(new byte[31]));
    assertThatIllegalArgumentException().isThrownBy(() -> Hash256.fromHex("zz".repeat(32)));
    assertThatIllegalArgumentException().isThrownBy(() -> EvmAddress.of(new byte[21]));
    assertThatIllegalArgumentException().isThrownBy(() -> new ChainId(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Hash256.fromUint(BigInteger.ONE.shiftLeft(256)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Hash256.fromUint(BigInteger.ONE.negate()));
    assertThatIllegalArgumentException().isThrownBy(() -> TokenAmount.wei(BigInteger.valueOf(-1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LogFilter(List.of(), List.of(), 0, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LogFilter(List.of(EvmAddress.ZERO), List.of(), 2, 1));
  }

  @Test
  void convertsUnsignedIntegersBothWays() {
    BigInteger max = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);
    assertThat(Hash256.fromUint(max).toUint()).isEqualTo(max);
    assertThat(Hash256.fromUint(BigInteger.ONE).hex()).isEqualTo("00".repeat(31) + "01");
    assertThat(new EditionId(Hash256.fromUint(BigInteger.TEN)).toUint()).isEqualTo(10);
  }

  @Test
  void ordersBytewiseUnsigned() {
    assertThat(Hash256.fromHex("7f" + "00".repeat(31)))
        .isLessThan(Hash256.fromHex("80" + "00".repeat(31)));
    assertThat(EvmAddress.ZERO).isLessThan(EvmAddress.fromHex("ff".repeat(20)));
    assertThat(new ChainId(20)).isLessThan(new ChainId(22)).hasToString("20");
  }

  @Test
  void copiesArraysInAndOut() {
    byte[] given = new byte[32];
    Hash256 hash = Hash256.of(given);
    given[0] = 1;
    hash.bytes()[1] = 1;
    assertThat(hash).isEqualTo(Hash256.ZERO);
    var topics = new ArrayList<>(List.of(Hash256.ZERO));
    var log =
        new EvmLog(
            EvmAddress.ZERO, topics, Bytes.EMPTY, 1, Hash256.ZERO, new TxHash(Hash256.ZERO), 0);
    topics.clear();
    assertThat(log.topics()).hasSize(1);
  }

  @Test
  void secretsAreWipedAndNeverPrinted() {
    byte[] raw = {1, 2, 3};
    SecretBytes secret = SecretBytes.take(raw);
    assertThat(raw).containsOnly(0);
    assertThat(secret.<Byte>use(lent -> lent[2])).isEqualTo((byte) 3);
    assertThat(secret.matches(new byte[] {1, 2, 3})).isTrue();
    assertThat(secret.matches(new byte[] {1, 2, 4})).isFalse();
    assertThat(secret.size()).isEqualTo(3);
    assertThat(secret).hasToString("SecretBytes[***]");
    secret.close();
    assertThat(secret.matches(new byte[] {1, 2, 3})).isFalse();
    assertThatThrownBy(() -> secret.use(lent -> lent)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void onlyAnAgreedReadingHasAValue() {
    var block = new BlockRef(new ChainId(1), 1, Hash256.ZERO, Instant.EPOCH);
    assertThat(new Reading.Agreed<>("x", block).agreed()).contains("x");
    assertThat(new Reading.Unknown<String>(Reading.Code.STALE_NODE, List.of()).agreed()).isEmpty();
    assertThat(new Reading.Unknown<String>(Reading.Code.STALE_NODE, List.of()).revertData())
        .isEqualTo(Bytes.EMPTY);
    assertThat(Reading.Code.STALE_NODE.text()).isEqualTo("stale_node");
  }

  @Test
  void whatIsUnknownStaysUnknownWhateverIsDoneWithIt() {
    var block = new BlockRef(new ChainId(1), 1, Hash256.ZERO, Instant.EPOCH);
    Reading<Integer> known = new Reading.Agreed<>(2, block);
    Reading<Integer> unknown = new Reading.Unknown<>(Reading.Code.SOURCES_DISAGREE, List.of());
    assertThat(known.map(value -> value * 2)).isEqualTo(new Reading.Agreed<>(4, block));
    assertThat(known.then(value -> unknown)).isEqualTo(unknown);
    assertThat(unknown.map(value -> "x").agreed()).isEmpty();
    assertThat(unknown.then(value -> known).agreed()).isEmpty();
  }

  @Test
  void valuesEqualOnlyTheirOwnKind() {
    byte[] twenty = new byte[20];
    assertThat(EvmAddress.of(twenty)).isEqualTo(EvmAddress.ZERO).hasSameHashCodeAs(EvmAddress.ZERO);
    assertThat(EvmAddress.ZERO.bytes()).isEqualTo(twenty);
    assertThat(EvmAddress.ZERO.isZero()).isTrue();
    assertThat(EvmAddress.fromHex("11".repeat(20)).isZero()).isFalse();
    assertThat((Object) EvmAddress.ZERO).isNotEqualTo(Bytes.of(twenty));
    assertThat((Object) Hash256.ZERO).isNotEqualTo(Bytes.of(new byte[32]));
    assertThat((Object) Bytes.EMPTY).isNotEqualTo(EvmAddress.ZERO);
    assertThat(Bytes.of(new byte[] {7})).isEqualTo(Bytes.fromHex("07"));
    assertThat(Bytes.fromHex("07")).hasSameHashCodeAs(Bytes.of(new byte[] {7}));
    assertThat(Bytes.fromHex("0708").size()).isEqualTo(2);
    assertThat(Bytes.of(new byte[0])).isSameAs(Bytes.EMPTY);
  }

  @Test
  void transactionsSayWhatTheyPayAndReserve() {
    var call = new EvmCall(EvmAddress.fromHex("22".repeat(20)), Bytes.fromHex("01"));
    EvmTransaction paying = EvmTransaction.call(call, BigInteger.TEN).withGasReserve(5_000);
    assertThat(paying.to()).isEqualTo(call.to()).isPresent();
    assertThat(paying.data()).isEqualTo(call.data());
    assertThat(paying.value()).isEqualTo(BigInteger.TEN);
    assertThat(paying.gasReserve()).isEqualTo(5_000);
    assertThat(EvmTransaction.call(call).gasReserve()).isZero();
    assertThat(EvmTransaction.call(call).value()).isZero();
  }

  @Test
  void questionsMayBeBoundedAndMayBeCreationCode() {
    EvmAddress asker = EvmAddress.fromHex("33".repeat(20));
    EvmCall creation = EvmCall.creation(Bytes.fromHex("00"));
    assertThat(creation.to()).isEmpty();
    assertThat(creation.asker()).isEmpty();
    assertThat(creation.gas()).isZero();
    EvmCall bounded = creation.bounded(asker, 7);
    assertThat(bounded.data()).isEqualTo(creation.data());
    assertThat(bounded.asker()).contains(asker);
    assertThat(bounded.gas()).isEqualTo(7);
    assertThatIllegalArgumentException().isThrownBy(() -> creation.bounded(asker, -1));
  }

  @Test
  void receiptsAndReadingsKeepTheirOwnLists() {
    var block = new BlockRef(new ChainId(1), 1, Hash256.ZERO, Instant.EPOCH);
    var hash = new TxHash(Hash256.ZERO);
    List<EvmLog> logs = new ArrayList<>();
    logs.add(new EvmLog(EvmAddress.ZERO, List.of(), Bytes.EMPTY, 1, Hash256.ZERO, hash, 0));
    var receipt = new TxReceipt(hash, block, true, logs, 21_000, BigInteger.ONE, Optional.empty());
    logs.clear();
    assertThat(receipt.logs()).hasSize(1);
    List<Reading.SourceAnswer> said = new ArrayList<>();
    said.add(new Reading.SourceAnswer("one", Optional.of("0x"), "late"));
    var unknown = new Reading.Unknown<String>(Reading.Code.REVERTED, said, Bytes.fromHex("08"));
    said.clear();
    assertThat(unknown.answers()).hasSize(1);
    assertThat(unknown.<Integer>as().revertData()).isEqualTo(Bytes.fromHex("08"));
    var filter = new LogFilter(List.of(EvmAddress.ZERO), List.of(Hash256.ZERO), 0, 0);
    assertThat(filter.firstTopics()).containsExactly(Hash256.ZERO);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LogFilter(List.of(EvmAddress.ZERO), List.of(), -1, 1));
    assertThat(new Heads(block, block).finalized()).isEqualTo(block);
  }

  @Test
  void theZeroAddressNamesTheNativeCoin() {
    assertThat(TokenAmount.wei(BigInteger.ONE).isNative()).isTrue();
    assertThat(new TokenAmount(EvmAddress.fromHex("11".repeat(20)), BigInteger.ONE).isNative())
        .isFalse();
    var call = new EvmCall(EvmAddress.ZERO, Bytes.EMPTY);
    assertThat(EvmTransaction.call(call).to()).contains(EvmAddress.ZERO);
    assertThat(EvmTransaction.create(Bytes.EMPTY).to()).isEmpty();
  }
}
