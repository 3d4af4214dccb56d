// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.contracts.generated.LicenseCommitteeCalls;
import org.elastos.smartweb.license.AuditPosition;
import org.elastos.smartweb.license.AuditProof;
import org.elastos.smartweb.license.LicenseClient;
import org.elastos.smartweb.license.LicenseOutcome;
import org.elastos.smartweb.license.NodeOutcome;
import org.elastos.smartweb.license.Receipt;
import org.elastos.smartweb.testkit.DatabaseTest;
import org.elastos.smartweb.testkit.TestDatabase;
import org.elastos.smartweb.threshold.EpochKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Five honest nodes, three of whom are needed, as their operators run them: restarted one after
/// the other under load, anchoring their audits, blocking by a public log, watched by Prometheus.
@DatabaseTest
@Timeout(240)
final class OperationIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /// Below what a session may ask and, with two homes, below what a wallet may.
  private static final long LOAD_MILLIS = 300;

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<LabNode> nodes = new ArrayList<>();
  private final NodeLab lab;

  OperationIT(TestDatabase database, @TempDir Path folder) {
    this.lab = new NodeLab(database, folder);
  }

  @BeforeEach
  void startNodes() {
    for (int index = 1; index <= 5; index++) {
      LabNode node = new LabNode(lab, vertx, index, UnaryOperator.identity());
      nodes.add(node);
      node.start();
    }
    await().atMost(PATIENCE).until(() -> nodes.stream().allMatch(node -> node.isReady(http)));
  }

  @AfterEach
  void closeAll() throws Exception {
    nodes.forEach(LabNode::close);
    vertx.close().await();
    http.close();
    lab.close();
  }

  @Test
  void areRestartedUnderLoadProveTheirAuditAndBlockInPublic() {
    EpochKeys keys =
        new EvmCommitteeView(lab.chain, lab.committee)
            .active()
            .agreed()
            .orElseThrow()
            .orElseThrow();
    LabSale sale = new LabSale(lab);
    LicenseClient.Wish wish = sale.wish(keys);
    try (LabHome one = new LabHome(lab, lab.buyer, keys, http);
        LabHome two = new LabHome(lab, lab.buyer, keys, http)) {
      await().atMost(PATIENCE).until(() -> licensed(one.obtain(wish)));
      restartsOneAfterTheOtherWithoutAFailedLicence(List.of(one, two), wish);
      provesWhatAReceiptSays(one.obtain(wish));
      blocksInPublic(one, wish, sale.subject());
      tellsPrometheus();
      anOldBackupNeverActsInItsEpoch(one, wish);
    }
  }

  private void restartsOneAfterTheOtherWithoutAFailedLicence(
      List<LabHome> homes, LicenseClient.Wish wish) {
    AtomicInteger given = new AtomicInteger();
    Queue<String> failed = new ConcurrentLinkedQueue<>();
    try (ScheduledExecutorService load = Executors.newScheduledThreadPool(homes.size())) {
      for (LabHome home : homes) {
        ScheduledFuture<?> _ =
            load.scheduleAtFixedRate(
                () -> {
                  LicenseOutcome outcome = home.obtain(wish);
                  if (licensed(outcome)) {
                    given.incrementAndGet();
                  } else {
                    failed.add(outcome.nodes().toString());
                  }
                },
                0,
                LOAD_MILLIS,
                TimeUnit.MILLISECONDS);
      }
      for (LabNode node : nodes) {
        int before = given.get();
        node.stop();
        await().atMost(PATIENCE).until(() -> given.get() > before + 2 || !failed.isEmpty());
        node.start();
        await().atMost(PATIENCE).until(() -> node.isReady(http));
      }
      load.shutdown();
    }
    assertThat(failed).isEmpty();
    assertThat(given.get()).isGreaterThan(15);
  }

  private void provesWhatAReceiptSays(LicenseOutcome outcome) {
    assertThat(licensed(outcome)).isTrue();
    Receipt receipt =
        outcome.nodes().values().stream()
            .filter(NodeOutcome.Honest.class::isInstance)
            .map(honest -> ((NodeOutcome.Honest) honest).receipt())
            .findFirst()
            .orElseThrow();
    AuditPosition record = receipt.grounds().audit();
    LabNode node = nodes.get(receipt.giver().index() - 1);
    await()
        .atMost(PATIENCE)
        .until(() -> node.get(http, "/v1/audit/" + record.position()).isPresent());
    AuditProof proof =
        AuditProofJson.read(node.get(http, "/v1/audit/" + record.position()).orElseThrow())
            .orElseThrow();
    Hash256 anchored =
        lab.ask(
            lab.committee,
            new LicenseCommitteeCalls.AuditAnchor(
                lab.operators.get(receipt.giver().index() - 1).address(), proof.number()));
    assertThat(proof.anchor().commitment()).isEqualTo(anchored);
    assertThat(proof.holds(record)).isTrue();
    assertThat(proof.holds(new AuditPosition(record.position(), Hash256.ZERO))).isFalse();
    assertThat(node.get(http, "/v1/audit/999999999")).isEmpty();
    assertThat(node.get(http, "/v1/audit/x")).isEmpty();
  }

  private void blocksInPublic(LabHome home, LicenseClient.Wish wish, String subject) {
    LabNode node = nodes.getFirst();
    Bytes identity = node.say(new DenialLog.Word(true, subject, "order 7 of a court"));
    await()
        .atMost(PATIENCE)
        .until(() -> home.obtain(wish).nodes().get(1).code().equals("blocked_by_operator"));
    assertThat(licensed(home.obtain(wish))).as("the others go on").isTrue();
    assertThat(node.get(http, "/v1/denials").orElseThrow())
        .contains(subject, "order 7 of a court", "signature");
    assertThat(node.denials().from(0, 10)).allMatch(entry -> entry.follows(Hash256.ZERO, identity));
    node.say(new DenialLog.Word(false, subject, "lifted"));
    await().atMost(PATIENCE).until(() -> home.obtain(wish).nodes().get(1).answered());
  }

  /// Puts node one's tables back to where they were before its last anchor.
  private void anOldBackupNeverActsInItsEpoch(LabHome home, LicenseClient.Wish wish) {
    LabNode node = nodes.getFirst();
    await().atMost(PATIENCE).until(() -> node.anchors() > 0);
    node.stop();
    long had = node.forgetItsNewestAnchor();
    node.start();
    await().atMost(PATIENCE).until(() -> node.restoredFrom() > 0);
    assertThat(node.isReady(http)).isFalse();
    assertThat(licensed(home.obtain(wish))).as("the others go on").isTrue();
    node.stop();
    node.start();
    await().atMost(PATIENCE).until(() -> node.get(http, "/metrics").isPresent());
    await()
        .atMost(PATIENCE)
        .until(() -> node.get(http, "/metrics").orElse("").contains("share_undecided 0.0"));
    assertThat(node.isReady(http)).as("a second start changes nothing").isFalse();
    assertThat(node.restoredFrom()).isGreaterThan(had);
  }

  private void tellsPrometheus() {
    assertThat(nodes.getFirst().get(http, "/metrics").orElseThrow())
        .contains(
            "smartweb_license_decisions_total{call=\"licenses\",outcome=\"blocked_by_operator\"}",
            "smartweb_license_decision_seconds_bucket",
            "smartweb_license_share_index 1.0")
        .doesNotContain(lab.buyer.address().toString());
  }

  private static boolean licensed(LicenseOutcome outcome) {
    if (outcome instanceof LicenseOutcome.Licensed licensed) {
      licensed.fileKey().close();
      return true;
    }
    return false;
  }
}
