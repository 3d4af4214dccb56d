// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.license;

import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.elastos.smartweb.home.outcome.Outcome;
import org.elastos.smartweb.home.outcome.Refusal;
import org.elastos.smartweb.home.play.KeySource.ObtainedKey;
import org.elastos.smartweb.home.play.PlayStatus.LicenseEvidence;
import org.elastos.smartweb.home.play.PlayStatus.NodeEvidence;
import org.elastos.smartweb.license.AgreedLicense;
import org.elastos.smartweb.license.LicenseOutcome;
import org.elastos.smartweb.license.NodeOutcome;
import org.elastos.smartweb.license.RefusalCode;
import org.elastos.smartweb.threshold.EpochKeys;

/// Tells what a committee answered: the key with its evidence, the refusal that the nodes share, or
/// how many answered and how many were needed. Immutable.
record AnswerReport(CommitteePin pin, EpochKeys keys) {
  Outcome<ObtainedKey> report(LicenseOutcome outcome) {
    List<NodeEvidence> nodes = nodes(outcome.nodes());
    return switch (outcome) {
      case LicenseOutcome.Licensed licensed ->
          new Outcome.Done<>(
              new ObtainedKey(
                  licensed.fileKey(),
                  granted(licensed),
                  new LicenseEvidence(
                      pin.groupKey(), keys.epoch(), pin.shape().threshold(), nodes)));
      case LicenseOutcome.NotEnough notEnough -> notEnough(notEnough, nodes);
      case LicenseOutcome.BadEnvelope bad ->
          new Outcome.Refused<>(
              new Refusal(
                  Refusal.Kind.CONFLICT,
                  bad.fault().text(),
                  "the work's envelope is not in order; no node is to blame",
                  Map.of("nodes", maps(nodes))));
    };
  }

  /// How long playback may last: what the licence says; without one, the shortest time that a node
  /// granted.
  private static Duration granted(LicenseOutcome.Licensed licensed) {
    return licensed
        .license()
        .map(AgreedLicense::period)
        .map(period -> Duration.between(period.at(), period.playEnd(period.at())))
        .orElseGet(() -> shortest(licensed.nodes()));
  }

  private static Duration shortest(SortedMap<Integer, NodeOutcome> nodes) {
    return nodes.values().stream()
        .filter(NodeOutcome.Honest.class::isInstance)
        .map(NodeOutcome.Honest.class::cast)
        .map(honest -> Duration.ofSeconds(honest.receipt().grounds().grant().playSeconds()))
        .min(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  private Outcome<ObtainedKey> notEnough(
      LicenseOutcome.NotEnough notEnough, List<NodeEvidence> nodes) {
    LicenseOutcome.Count count = notEnough.count();
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("verified", count.honest());
    more.put("answered", count.answered());
    more.put("needed", count.needed());
    more.put("advice", notEnough.whatToDo());
    more.put("nodes", maps(nodes));
    Optional<String> common = commonRefusal(notEnough.nodes(), count.needed());
    Refusal refusal =
        common.isPresent()
            ? new Refusal(
                kind(common.get()), common.get(), "the licence nodes refuse the key", more)
            : new Refusal(
                Refusal.Kind.UNAVAILABLE,
                "not_enough_shares",
                "%d of %d nodes answered, %d verified answers are needed, %d were given"
                    .formatted(
                        count.answered(), pin.nodes().size(), count.needed(), count.honest()),
                more);
    return new Outcome.Refused<>(refusal);
  }

  /// A code that as many nodes gave as could have released the key: then it is the network's word,
  /// not one node's.
  private static Optional<String> commonRefusal(SortedMap<Integer, NodeOutcome> nodes, int needed) {
    return nodes.values().stream()
        .filter(NodeOutcome.Refused.class::isInstance)
        .collect(Collectors.groupingBy(NodeOutcome::code, Collectors.counting()))
        .entrySet()
        .stream()
        .filter(entry -> entry.getValue() >= needed)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static Refusal.Kind kind(String code) {
    boolean theirs = RefusalCode.of(code).filter(known -> known.httpStatus() >= 500).isPresent();
    return theirs ? Refusal.Kind.UNAVAILABLE : Refusal.Kind.FORBIDDEN;
  }

  private List<NodeEvidence> nodes(SortedMap<Integer, NodeOutcome> outcomes) {
    return outcomes.entrySet().stream()
        .map(entry -> node(entry.getKey(), entry.getValue()))
        .toList();
  }

  private NodeEvidence node(int index, NodeOutcome outcome) {
    URI endpoint = pin.nodes().get(index - 1).endpoint();
    String result =
        switch (outcome) {
          case NodeOutcome.Honest honest -> "answered";
          case NodeOutcome.Convicted convicted -> "bad";
          case NodeOutcome.Useless useless -> "useless";
          case NodeOutcome.Refused refused -> "refused";
          case NodeOutcome.Unreachable unreachable -> "silent";
          case NodeOutcome.NotNeeded notNeeded -> "unused";
        };
    return new NodeEvidence(
        index,
        endpoint.toString(),
        result,
        outcome.code(),
        outcome
            .conviction()
            .map(evidence -> Base64.getEncoder().encodeToString(evidence.encode().bytes())));
  }

  private static List<Map<String, Object>> maps(List<NodeEvidence> nodes) {
    return nodes.stream().map(NodeEvidence::asMap).toList();
  }
}
