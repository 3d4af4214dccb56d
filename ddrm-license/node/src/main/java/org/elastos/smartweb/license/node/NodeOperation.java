// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.elastos.smartweb.license.Denylist;
import org.elastos.smartweb.license.NodePorts;
import org.elastos.smartweb.platform.http.HttpEdge;
import org.elastos.smartweb.platform.offload.Offload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What keeps one node in order beside its decisions: admission, the operator's rules, anchors of
/// the audit, metrics, and clearing away. Thread-safe.
final class NodeOperation implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NodeOperation.class);
  private static final long PRUNE_MILLIS = 60_000;
  private static final long DECIDE_MILLIS = 500;

  private final Vertx vertx;
  private final LicenseNode.Parts parts;
  private final OperationConfig config;
  private final Offload offload;
  private final AuditHistory history;
  private final OperatorRules rules;
  private final Admission admission;
  private final AuditAnchorer anchorer;
  private final NodeMetrics metrics;
  private final BarredShare share;
  private final RestoreGuard guard;
  private final AtomicBoolean turning = new AtomicBoolean();
  private volatile long anchoredAt;
  private long pruning = -1;
  private long anchoring = -1;
  private volatile long deciding = -1;

  NodeOperation(
      Vertx vertx, LicenseNodeConfig node, LicenseNode.Parts parts, NodeRoutes.Watched watched) {
    this.vertx = vertx;
    this.parts = parts;
    this.config = node.operation();
    this.offload = watched.offload();
    this.history = new AuditHistory(parts.db());
    DenialLog denials = new DenialLog(parts.db(), parts.clock());
    this.rules = new OperatorRules(denials, NodeLimits.STANDARD, parts.clock());
    this.admission = new Admission(NodeLimits.STANDARD, parts.clock());
    this.anchorer =
        new AuditAnchorer(
            parts.chain(),
            new CommitteeWriter(parts.sender(), node.committee()),
            node.committee(),
            new AuditAnchorer.Stores(history, parts.clock()));
    this.share = watched.share();
    this.guard =
        new RestoreGuard(
            parts.chain(),
            node.committee(),
            parts.sender().account(),
            new RestoreGuard.Own(parts.db(), node.keyFolder(), parts.clock()));
    this.metrics = new NodeMetrics(gauges(watched.share()));
    this.anchoredAt = parts.clock().instant().getEpochSecond();
  }

  Denylist rules() {
    return rules;
  }

  Admission admission() {
    return admission;
  }

  NodeMetrics metrics() {
    return metrics;
  }

  /// Adds its routes.
  void mount(HttpEdge edge) {
    OperationRoutes routes =
        new OperationRoutes(history, new DenialLog(parts.db(), parts.clock()), offload);
    edge.metrics(metrics::scrape).routes(routes::mount);
  }

  /// Begins to anchor, to clear away, and to ask whether shares may act.
  void start(NodePorts.Stores stores) {
    deciding = vertx.setPeriodic(1, DECIDE_MILLIS, _ -> decide());
    pruning = vertx.setPeriodic(PRUNE_MILLIS, _ -> prune(stores));
    anchoring = vertx.setPeriodic(config.anchorEvery().toMillis(), _ -> anchor());
  }

  @Override
  public void close() {
    vertx.cancelTimer(pruning);
    vertx.cancelTimer(anchoring);
    vertx.cancelTimer(deciding);
  }

  private Map<String, Supplier<Number>> gauges(BarredShare share) {
    Map<String, Supplier<Number>> gauges = new LinkedHashMap<>();
    gauges.put("share_index", share::index);
    gauges.put("share_undecided", () -> share.isUndecided() ? 1 : 0);
    gauges.put("draining", () -> admission.isDraining() ? 1 : 0);
    gauges.put("calls_running", admission::running);
    gauges.put("audit_anchored_time_seconds", () -> anchoredAt);
    gauges.put("heartbeat_time_seconds", () -> parts.clock().instant().getEpochSecond());
    return gauges;
  }

  private void decide() {
    if (!share.isUndecided()) {
      vertx.cancelTimer(deciding);
    } else if (turning.compareAndSet(false, true)) {
      offload
          .call(guard::firstEpoch)
          .onSuccess(first -> first.ifPresent(share::from))
          .onFailure(cause -> LOG.atWarn().setCause(cause).log("cannot compare with the chain"))
          .onComplete(_ -> turning.set(false));
    }
  }

  /// One turn at a time: a turn waits for its transaction's block, longer than the pause may be.
  private void anchor() {
    if (share.isUndecided() || !turning.compareAndSet(false, true)) {
      return;
    }
    offload
        .call(() -> {
          // One that was begun before is finished first; then there may be another.
          boolean moved = anchorer.turn();
          boolean nothingLeft = history.pending().isEmpty() && history.next().isEmpty();
          return moved || nothingLeft;
        })
        .onSuccess(anchored -> {
          if (anchored) {
            anchoredAt = parts.clock().instant().getEpochSecond();
          }
        })
        .onFailure(cause -> LOG.atWarn().setCause(cause).log("anchoring the audit failed"))
        .onComplete(_ -> turning.set(false));
  }

  private void prune(NodePorts.Stores stores) {
    rules.forget();
    admission.forget();
    Duration kept = config.keepPersonal();
    offload
        .call(() ->
            stores.nonces().prune(parts.clock().instant())
                + stores.sessions().prune(parts.clock().instant())
                + history.erasePersonal(parts.clock().instant().minus(kept)))
        .onFailure(cause -> LOG.atWarn().setCause(cause).log("pruning failed"));
  }
}
