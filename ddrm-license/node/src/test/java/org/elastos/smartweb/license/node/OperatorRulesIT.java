// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.Ed25519;
import org.elastos.smartweb.ddrm.AssetId;
import org.elastos.smartweb.testkit.DatabaseTest;
import org.elastos.smartweb.testkit.MutableClock;
import org.elastos.smartweb.testkit.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DatabaseTest
final class OperatorRulesIT {
  private static final EvmAddress WALLET = EvmAddress.fromHex("0x" + "ab".repeat(20));
  private static final AssetId ASSET = new AssetId(Hash256.fromHex("cd".repeat(32)));
  private static final AssetId OTHER = new AssetId(Hash256.ZERO);
  private static final NodeLimits LIMITS = new NodeLimits(pace(2), pace(3), pace(100));

  private final MutableClock clock = MutableClock.at("2026-11-23T12:00:00Z");
  private final TestDatabase database;
  private final SecretBytes identity = seed();

  OperatorRulesIT(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void empty() {
    NodeTables.empty(database);
  }

  @Test
  void whatTheOperatorBlocksIsDeniedAfterSomeSecondsAndUntilHeLiftsIt() {
    DenialLog log = new DenialLog(database.db(), clock);
    OperatorRules rules = new OperatorRules(log, LIMITS, clock);
    assertThat(rules.denies(WALLET, ASSET)).isFalse();
    log.say(new DenialLog.Word(true, "wallet:0x" + "ab".repeat(20), "court order"), identity);
    clock.advance(Duration.ofSeconds(6));
    assertThat(rules.denies(WALLET, OTHER)).isTrue();
    log.say(new DenialLog.Word(false, "wallet:0x" + "ab".repeat(20), "lifted"), identity);
    log.say(new DenialLog.Word(true, "asset:" + "cd".repeat(32), "stolen"), identity);
    clock.advance(Duration.ofSeconds(6));
    assertThat(rules.denies(WALLET, OTHER)).isFalse();
    assertThat(rules.denies(EvmAddress.ZERO, ASSET)).isTrue();
  }

  @Test
  void thePublicLogIsChainedAndSigned() {
    DenialLog log = new DenialLog(database.db(), clock);
    for (int k = 0; k < 3; k++) {
      log.say(new DenialLog.Word(true, "asset:" + "%064x".formatted(k), "reason " + k), identity);
    }
    Bytes key = Ed25519.publicKey(identity);
    List<DenialLog.Entry> entries = log.from(0, 10);
    Hash256 before = Hash256.ZERO;
    for (DenialLog.Entry entry : entries) {
      assertThat(entry.follows(before, key)).isTrue();
      assertThat(entry.follows(Hash256.fromHex("11".repeat(32)), key)).isFalse();
      before = entry.head();
    }
    DenialLog.Entry second = entries.get(1);
    DenialLog.Word milder = new DenialLog.Word(true, second.word().subject(), "other");
    assertThat(
            new DenialLog.Entry(1, second.at(), milder, second.head(), second.signature())
                .follows(entries.getFirst().head(), key))
        .isFalse();
    assertThat(log.from(2, 10)).containsExactly(entries.get(2));
  }

  @Test
  void refusesSubjectsAndReasonsOfAnotherForm() {
    for (String subject : List.of("asset:12", "wallet:0x" + "AB".repeat(20), "", "x")) {
      assertThatThrownBy(() -> new DenialLog.Word(true, subject, "r"))
          .isInstanceOf(IllegalArgumentException.class);
    }
    String asset = "asset:" + "cd".repeat(32);
    for (String reason : List.of(" ", "a\nb", "x".repeat(257))) {
      assertThatThrownBy(() -> new DenialLog.Word(true, asset, reason))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aWalletOverAllItsSessionsAndAnAssetOverAllWalletsAreLimited() {
    OperatorRules rules = new OperatorRules(new DenialLog(database.db(), clock), LIMITS, clock);
    assertThat(rules.admits(WALLET, ASSET)).isTrue();
    assertThat(rules.admits(WALLET, OTHER)).isTrue();
    assertThat(rules.admits(WALLET, ASSET)).as("the wallet's third").isFalse();
    assertThat(rules.admits(wallet(1), ASSET)).isTrue();
    assertThat(rules.admits(wallet(2), ASSET)).isTrue();
    assertThat(rules.admits(wallet(3), ASSET)).as("the asset's fourth").isFalse();
    assertThat(rules.admits(wallet(3), OTHER)).isTrue();
    clock.advance(Duration.ofSeconds(9));
    rules.forget();
    assertThat(rules.admits(WALLET, ASSET)).isTrue();
  }

  private static EvmAddress wallet(int number) {
    return EvmAddress.fromHex("0x%040x".formatted(number));
  }

  private static TokenBuckets.Pace pace(int burst) {
    return new TokenBuckets.Pace(burst, Duration.ofSeconds(1));
  }

  private static SecretBytes seed() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return SecretBytes.take(bytes);
  }
}
