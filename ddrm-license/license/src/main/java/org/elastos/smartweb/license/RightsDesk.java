// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.Heads;
import org.elastos.smartweb.crypto.TaggedHash;
import org.elastos.smartweb.ddrm.Condition;
import org.elastos.smartweb.ddrm.Terms;
import org.elastos.smartweb.ddrm.Way;
import org.elastos.smartweb.license.OpenSessions.OpenSession;

/// Step 8 of a node's decision: scope, denylist, the policy, and for how long. Safe for many
/// threads.
final class RightsDesk {
  private final NodePorts ports;

  RightsDesk(NodePorts ports) {
    this.ports = ports;
  }

  /// What is granted: by this way, read at these blocks, for this period.
  record Granted(Way way, List<Heads> heads, Period period) {}

  Granted grant(LicenseRequest request, OpenSession opened, Terms terms) {
    LicenseRequest.Wanted wanted = request.wanted();
    EvmAddress wallet = opened.wallet();
    Refusal.unless(
        opened.delegation().scope().groups().contains(wanted.gk())
            && opened.delegation().scope().allows(wanted.asset())
            && opened.session().limits().allows(wanted.asset()),
        RefusalCode.OUT_OF_SCOPE,
        "delegation or session do not cover it");
    Refusal.unless(
        !ports.denylist().denies(wallet, wanted.asset()),
        RefusalCode.BLOCKED_BY_OPERATOR,
        "blocked by this node's operator; GET /v1/denials says why");
    Refusal.unless(
        ports.denylist().admits(wallet, wanted.asset()),
        RefusalCode.RATE_LIMITED,
        "this wallet asks too often, or too many ask for this asset");
    boolean lease = request.want() == LicenseRequest.Want.LEASE;
    RightsEvaluation.Verdict.Holds held = held(lease ? leasable(terms) : ways(terms), wallet);
    Period period = period(request, held, wallet);
    count(request, opened.session());
    return new Granted(held.way(), held.heads(), period);
  }

  private static List<Way> ways(Terms terms) {
    return terms.policy().ways();
  }

  /// The ways that give an offline lease, and rest on nothing that could be lost while it runs but
  /// units that can be locked.
  private static List<Way> leasable(Terms terms) {
    List<Way> ways =
        ways(terms).stream()
            .filter(way -> way.grant().leaseSeconds() > 0)
            .filter(way -> editions(way.condition()).isPresent())
            .toList();
    Refusal.unless(!ways.isEmpty(), RefusalCode.NO_LEASE, "the policy gives no offline lease");
    return ways;
  }

  private RightsEvaluation.Verdict.Holds held(List<Way> ways, EvmAddress wallet) {
    return switch (RightsEvaluation.evaluate(ports.chain().rights(), ways, wallet)) {
      case RightsEvaluation.Verdict.Fails(RefusalCode code) ->
          throw new Refusal(code, "no way of the policy grants it");
      case RightsEvaluation.Verdict.Holds holds -> holds;
    };
  }

  private Period period(
      LicenseRequest request, RightsEvaluation.Verdict.Holds held, EvmAddress wallet) {
    Instant now = Instant.ofEpochSecond(ports.clock().instant().getEpochSecond());
    Instant first = held.way().grant().rentalSeconds() > 0 ? first(request, held, wallet) : now;
    Period playing = Period.playing(held.way().grant(), new Period.Facts(now, held.until(), first));
    return request.want() == LicenseRequest.Want.LEASE
        ? playing.leased(held.way().grant(), locked(held, wallet))
        : playing;
  }

  /// When this node first gave a licence to this wallet for this work in this way: now, if never.
  private Instant first(
      LicenseRequest request, RightsEvaluation.Verdict.Holds held, EvmAddress wallet) {
    Hash256 what =
        TaggedHash.hash(
            "smartweb/v1/first-play",
            Cbor.array(
                    Cbor.of(wallet), Cbor.of(request.wanted().asset().hash()), held.way().toCbor())
                .encode());
    Instant now = Instant.ofEpochSecond(ports.clock().instant().getEpochSecond());
    return ports.stores().sessions().firstPlay(what, now);
  }

  /// Until when all units that the way rests on stay with their holder, at both blocks.
  private Optional<Instant> locked(RightsEvaluation.Verdict.Holds held, EvmAddress wallet) {
    Optional<Instant> locked = Optional.of(Instant.MAX);
    for (Condition.HoldsEdition edition : editions(held.way().condition()).orElseThrow()) {
      Heads heads =
          held.heads().stream()
              .filter(one -> one.newest().chain().equals(edition.chain()))
              .findFirst()
              .orElseThrow();
      RightsReader rights = ports.chain().rights();
      Optional<Instant> newest =
          Refusal.agreed(rights.lockedUntil(edition, wallet, heads.newest()));
      Optional<Instant> settled =
          Refusal.agreed(rights.lockedUntil(edition, wallet, heads.finalized()));
      Refusal.unless(
          newest.isEmpty() || settled.isPresent(),
          RefusalCode.NOT_FINAL_YET,
          "the unit's lock is not final yet");
      if (newest.isEmpty()) {
        return Optional.empty();
      }
      locked = Truth.earlier(locked, Truth.earlier(newest, settled));
    }
    return locked;
  }

  /// The editions whose units have to stay; empty when the condition rests on something else that
  /// its holder could part with. What was rented or subscribed stays until it ends (C5).
  private static Optional<List<Condition.HoldsEdition>> editions(Condition condition) {
    return switch (condition) {
      case Condition.HoldsEdition edition -> Optional.of(List.of(edition));
      case Condition.HasAccess _, Condition.Within _, Condition.OneOf _ -> Optional.of(List.of());
      case Condition.Not(Condition.OneOf _) -> Optional.of(List.of());
      case Condition.AllOf(List<Condition> members) -> {
        List<Condition.HoldsEdition> all = new ArrayList<>();
        boolean sound = true;
        for (Condition member : members) {
          Optional<List<Condition.HoldsEdition>> some = editions(member);
          some.ifPresent(all::addAll);
          sound = sound && some.isPresent();
        }
        yield sound ? Optional.of(all) : Optional.empty();
      }
      case Condition.Leaf _, Condition.AnyOf _, Condition.AtLeast _, Condition.Not _ ->
          Optional.empty();
    };
  }

  private void count(LicenseRequest request, Session session) {
    Optional<Long> max = session.limits().max();
    if (max.isPresent()) {
      Instant keepUntil = session.window().to().plus(LicenseNodeCore.SKEW);
      Refusal.unless(
          ports.stores().sessions().use(request.session(), max.get(), keepUntil),
          RefusalCode.OUT_OF_SCOPE,
          "the session has had all its licences");
    }
  }
}
