// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.trade;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Wallet;
import org.elastos.smartweb.home.client.HomeClient;
import org.elastos.smartweb.home.license.CommitteePin;
import org.elastos.smartweb.home.license.StoredDelegation;
import org.elastos.smartweb.license.Delegation;

/// Lets a home's device ask a committee for licences in a wallet's name (decision B3). The home
/// writes the text; the wallet signs it only when each part is what was asked for (decision C7).
/// Thread-safe; blocks.
final class DelegationDesk {
  private static final Duration REST = Duration.ofMinutes(10);
  private static final Duration SKEW = Duration.ofMinutes(2);

  private final InstantSource clock;

  DelegationDesk(InstantSource clock) {
    this.clock = clock;
  }

  /// Makes sure that the home holds a delegation that lasts for a while.
  StoredDelegation ensure(
      HomeClient home, Wallet wallet, CommitteePin committee, Consumer<String> progress) {
    Instant until = clock.instant().plus(REST);
    Optional<StoredDelegation> held =
        Refusals.done(home::delegations).stream()
            .filter(one -> one.wallet().equals(wallet.address()))
            .filter(one -> one.committees().contains(committee.groupKey()))
            .filter(one -> one.revokedAt().isEmpty() && one.expiresAt().isAfter(until))
            .findFirst();
    if (held.isPresent()) {
      return held.get();
    }
    Bytes device = Refusals.done(home::device);
    String text =
        Refusals.done(
            () -> home.prepareDelegation(wallet.address(), List.of(committee.groupKey())));
    Delegation delegation = verified(text, new Expected(wallet, committee, device));
    progress.accept("signing: " + Delegation.STATEMENT);
    Bytes signature = wallet.signDigest(delegation.digest());
    return Refusals.done(() -> home.storeDelegation(text, signature));
  }

  /// What the text must say.
  record Expected(Wallet wallet, CommitteePin committee, Bytes device) {}

  /// The text as a delegation, word for word what was asked for and nothing more.
  ///
  /// @throws CommandFailure `delegation_differs`
  Delegation verified(String text, Expected expected) {
    Instant now = clock.instant();
    return Delegation.parse(text)
        .filter(said -> said.text().equals(text))
        .filter(said -> said.signer().wallet().equals(expected.wallet.address()))
        .filter(said -> said.signer().chain().equals(expected.committee.chain()))
        .filter(said -> said.scope().device().equals(expected.device))
        .filter(said -> said.scope().groups().equals(List.of(expected.committee.groupKey())))
        .filter(said -> said.scope().assets().isEmpty())
        .filter(said -> isNow(said.validity(), now))
        .orElseThrow(() ->
            new CommandFailure(
                "delegation_differs",
                "the home's text is not the delegation that was asked for; nothing was signed",
                "do not use this home until you know why"));
  }

  private static boolean isNow(Delegation.Validity validity, Instant now) {
    return !validity.issuedAt().isAfter(now.plus(SKEW))
        && validity.issuedAt().isAfter(now.minus(SKEW))
        && !validity.expiresAt().isAfter(validity.issuedAt().plus(Delegation.LONGEST));
  }
}
