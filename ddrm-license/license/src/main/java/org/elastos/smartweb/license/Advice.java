// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/// What somebody can do when a committee gave no licence. Stateless.
final class Advice {
  private Advice() {}

  /// By what most nodes refused with; without a refusal, by who could not be reached.
  static String on(LicenseOutcome.Count count, SortedMap<Integer, NodeOutcome> nodes) {
    Optional<RefusalCode> commonest =
        nodes.values().stream()
            .filter(NodeOutcome.Refused.class::isInstance)
            .flatMap(refused -> RefusalCode.of(refused.code()).stream())
            .collect(Collectors.groupingBy(code -> code, Collectors.counting()))
            .entrySet()
            .stream()
            .max(
                Map.Entry.<RefusalCode, Long>comparingByValue()
                    .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
            .map(Map.Entry::getKey);
    long silent = nodes.values().stream().filter(NodeOutcome.Unreachable.class::isInstance).count();
    boolean refused =
        nodes.values().stream().filter(NodeOutcome.Refused.class::isInstance).count() >= silent;
    return commonest
        .filter(code -> refused)
        .map(Advice::on)
        .orElse(
            "%d of %d nodes answered and %d good answers are needed: try again, then ask the operators of the silent ones"
                .formatted(count.answered(), nodes.size(), count.needed()));
  }

  private static String on(RefusalCode code) {
    return switch (code) {
      case NOT_OWNER -> "buy a unit, or play with the wallet that holds one";
      case NOT_FINAL_YET -> "wait until the purchase is final, then play again";
      case EXPIRED -> "the right has ended: rent or subscribe again";
      case REFUNDABLE -> "accept the purchase, or wait until it cannot be refunded";
      case NO_LEASE -> "play online: the terms give no offline lease";
      case NOT_LOCKED -> "lock the unit until the lease ends, then ask again";
      case OUT_OF_SCOPE -> "ask within the session's limits, or sign a wider delegation";
      case REVOKED, SESSION_EXPIRED, BAD_DELEGATION, BAD_SESSION, BAD_SIGNATURE ->
          "sign a new delegation for this device";
      case UNSUPPORTED_WALLET -> "use a wallet that answers as ERC-1271 wants";
      case CLOCK_SKEW -> "set this machine's clock";
      case BLOCKED_BY_OPERATOR -> "read why in the nodes' public logs: GET /v1/denials";
      case WRONG_COMMITTEE -> "fetch the work's newer statements and envelopes";
      case BAD_STATEMENT, BAD_CIPHERTEXT, ASSET_MISMATCH ->
          "fetch the work again: this copy is damaged";
      case RATE_LIMITED,
          DRAINING,
          NOT_ACTIVE,
          STALE_NODE,
          SOURCES_DISAGREE,
          SOURCES_UNAVAILABLE,
          AUDIT_UNAVAILABLE,
          UNKNOWN_SESSION,
          REPLAY ->
          "try again in a minute; it is the nodes' own trouble";
      case BAD_ENCODING, UNSUPPORTED_VERSION -> "update this home: the nodes speak another version";
    };
  }
}
