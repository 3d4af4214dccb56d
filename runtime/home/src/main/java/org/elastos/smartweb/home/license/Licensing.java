// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.license;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmChain;
import org.elastos.smartweb.ddrm.Committee;
import org.elastos.smartweb.ddrm.DdrmReader;
import org.elastos.smartweb.ddrm.Envelope;
import org.elastos.smartweb.ddrm.Statement;
import org.elastos.smartweb.ddrm.Terms;
import org.elastos.smartweb.home.license.DelegationStore.Kept;
import org.elastos.smartweb.home.outcome.Outcome;
import org.elastos.smartweb.home.outcome.Refusal;
import org.elastos.smartweb.home.play.KeySource;
import org.elastos.smartweb.license.CommitteeRoster;
import org.elastos.smartweb.license.LicenseClient;
import org.elastos.smartweb.license.LicenseOutcome;
import org.elastos.smartweb.threshold.ThresholdHeader;

/// Obtains content keys from the licence network: a pinned committee, checked against its contract,
/// asked in the name of a wallet that delegated to this device. Thread-safe; blocks, for a bounded
/// time.
public final class Licensing implements KeySource, AutoCloseable {
  private final Parts parts;
  private final HomeSessions sessions;

  /// What licensing stands on.
  ///
  /// @param chains a chain's quorum of sources, for the chains that the configuration names
  public record Parts(
      List<CommitteePin> committees,
      Function<ChainId, Optional<EvmChain>> chains,
      LicenseNetwork network,
      Delegations delegations,
      DeviceKey device,
      InstantSource clock,
      SecureRandom random) {
    /// Keeps a copy.
    public Parts {
      committees = List.copyOf(committees);
    }
  }

  /// Licensing through these parts.
  public Licensing(Parts parts) {
    this.parts = parts;
    this.sessions = new HomeSessions(parts.device(), parts.clock(), parts.random());
  }

  private record Envelop(CommitteePin pin, Envelope envelope, Statement statement) {}

  @Override
  public Outcome<ObtainedKey> obtain(DdrmReader work, EvmAddress wallet) {
    Optional<Terms> terms = work.terms();
    if (terms.isEmpty()) {
      return Outcome.refused(Refusal.Kind.CONFLICT, "no_terms", "its creator has stated no terms");
    }
    Optional<Envelop> envelope = envelope(work, terms.get());
    if (envelope.isEmpty()) {
      return Outcome.refused(
          Refusal.Kind.CONFLICT,
          "committee_not_pinned",
          "no committee that guards this work is pinned in this home's configuration");
    }
    CommitteePin pin = envelope.get().pin();
    Optional<Kept> delegated = parts.delegations().valid(wallet, pin.groupKey());
    if (delegated.isEmpty()) {
      return Outcome.refused(
          Refusal.Kind.CONFLICT,
          "not_delegated",
          "let the wallet sign a delegation to this device first");
    }
    LicenseClient.Wish wish =
        new LicenseClient.Wish(
            envelope.get().envelope().body(), work.core().encoded(), envelope.get().statement());
    return roster(pin).then(roster -> ask(pin, roster, delegated.get(), wish));
  }

  /// Wipes the sessions.
  @Override
  public void close() {
    sessions.close();
  }

  private Outcome<ObtainedKey> ask(
      CommitteePin pin, CommitteeRoster roster, Kept delegated, LicenseClient.Wish wish) {
    LicenseClient client =
        new LicenseClient(roster, LicenseClient.Patience.STANDARD, parts.clock(), parts.random());
    LicenseOutcome outcome = client.obtain(sessions.of(delegated), wish);
    return new AnswerReport(pin, roster.keys()).report(outcome);
  }

  private Outcome<CommitteeRoster> roster(CommitteePin pin) {
    Optional<EvmChain> chain = parts.chains().apply(pin.chain());
    if (chain.isEmpty()) {
      return Outcome.refused(
          Refusal.Kind.CONFLICT, "chain_not_configured", "this home reads no source of that chain");
    }
    return switch (new CommitteeCheck(chain.get()).check(pin)) {
      case CommitteeCheck.Checked.Genuine genuine ->
          new Outcome.Done<>(parts.network().roster(pin, genuine.keys()));
      case CommitteeCheck.Checked.Refused(String code, String detail) ->
          Outcome.refused(Refusal.Kind.UNAVAILABLE, code, detail);
    };
  }

  /// The first envelope for a committee that both the creator's terms and the configuration name,
  /// with the terms whose policy it was wrapped under: a successor's policy has another label, and
  /// the older terms stay valid (crypto core §1).
  private Optional<Envelop> envelope(DdrmReader work, Terms newest) {
    return work.envelopes().stream()
        .filter(envelope -> envelope.kind() == Envelope.THRESHOLD)
        .flatMap(envelope -> envelop(envelope, work.header().statements(), newest).stream())
        .findFirst();
  }

  private Optional<Envelop> envelop(Envelope envelope, List<Statement> statements, Terms newest) {
    if (!(ThresholdHeader.decode(envelope.body().bytes())
        instanceof ThresholdHeader.Decoded.Header(ThresholdHeader header))) {
      return Optional.empty();
    }
    Optional<CommitteePin> named =
        parts.committees().stream()
            .filter(pin -> pin.groupKey().equals(header.gk()))
            .filter(pin ->
                newest
                    .committees()
                    .contains(new Committee(pin.groupKey(), pin.chain(), pin.contract())))
            .findFirst();
    Optional<Statement> under =
        statements.reversed().stream()
            .filter(one ->
                one.body() instanceof Terms terms
                    && terms.policy().hash().equals(header.policyHash()))
            .findFirst();
    return named.isPresent() && under.isPresent()
        ? Optional.of(new Envelop(named.get(), envelope, under.get()))
        : Optional.empty();
  }
}
