// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.license;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.home.license.DelegationStore.Kept;
import org.elastos.smartweb.home.outcome.Outcome;
import org.elastos.smartweb.home.outcome.Refusal;
import org.elastos.smartweb.license.Delegation;
import org.elastos.smartweb.platform.db.Db;

/// What wallets let this device do (decision B3): written here, signed by the wallet once, and good
/// for licences only. Thread-safe; blocks.
public final class Delegations {
  private static final String DOMAIN = "localhost";
  private static final int NONCE_BYTES = 16;

  private final DelegationStore store;
  private final DeviceKey device;
  private final List<CommitteePin> committees;
  private final Sources sources;

  /// Time, randomness, and the word to the nodes that a delegation ends.
  public record Sources(InstantSource clock, SecureRandom random, RevocationNotice notice) {}

  /// Delegations to this device for these committees.
  public Delegations(Db db, DeviceKey device, List<CommitteePin> committees, Sources sources) {
    this.store = new DelegationStore(db);
    this.device = device;
    this.committees = List.copyOf(committees);
    this.sources = sources;
  }

  /// The text for the wallet to sign, valid for as long as one may be.
  public Outcome<String> prepare(DelegationOrder order) {
    List<Hash256> groups = order.committees().stream().distinct().sorted().toList();
    List<CommitteePin> pins = groups.stream().flatMap(gk -> pin(gk).stream()).toList();
    if (groups.isEmpty() || pins.size() != groups.size()) {
      return Outcome.refused(
          Refusal.Kind.CONFLICT,
          "committee_not_pinned",
          "name committees that this home's configuration pins");
    }
    Instant now = sources.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    byte[] nonce = new byte[NONCE_BYTES];
    sources.random().nextBytes(nonce);
    Delegation delegation =
        new Delegation(
            DOMAIN,
            new Delegation.Signer(order.wallet(), pins.getFirst().chain()),
            new Delegation.Validity(now, now.plus(Delegation.LONGEST), Bytes.of(nonce)),
            new Delegation.Scope(device.publicKey(), groups, List.of()));
    return new Outcome.Done<>(delegation.text());
  }

  /// Checks a signed text and keeps it.
  public Outcome<StoredDelegation> store(SignedText signed) {
    Optional<Delegation> parsed = Delegation.parse(signed.text());
    if (parsed.isEmpty()) {
      return Outcome.refused(
          Refusal.Kind.INVALID, "bad_delegation", "the text is not a delegation for licences");
    }
    Delegation delegation = parsed.get();
    Instant now = sources.clock().instant();
    if (!delegation.scope().device().equals(device.publicKey())) {
      return Outcome.refused(
          Refusal.Kind.CONFLICT, "other_device", "the delegation names another device");
    }
    if (!delegation.validity().expiresAt().isAfter(now)) {
      return Outcome.refused(
          Refusal.Kind.CONFLICT, "delegation_expired", "the delegation is over; prepare a new one");
    }
    if (!delegation.isSignedBy(signed.signature())) {
      return Outcome.refused(
          Refusal.Kind.FORBIDDEN,
          "bad_signature",
          "the wallet's own key has not signed this text; a home serves no contract wallets yet");
    }
    store.put(delegation, signed.signature(), now);
    return new Outcome.Done<>(store.find(delegation.hash()).orElseThrow().view());
  }

  /// Every delegation, newest first.
  public List<StoredDelegation> all() {
    return store.all().stream().map(Kept::view).toList();
  }

  /// Uses a delegation no more and tells every node of its committees so.
  public Outcome<Revoked> revoke(Hash256 hash) {
    Optional<Kept> kept = store.find(hash);
    if (kept.isEmpty()) {
      return Outcome.refused(
          Refusal.Kind.NOT_FOUND, "no_such_delegation", "no delegation has this hash");
    }
    store.revoke(hash, sources.clock().instant());
    List<CommitteePin> concerned =
        kept.get().delegation().scope().groups().stream().flatMap(gk -> pin(gk).stream()).toList();
    List<RevocationNotice.Told> told =
        sources.notice().tell(kept.get().delegation(), device, concerned);
    return new Outcome.Done<>(new Revoked(store.find(hash).orElseThrow().view(), told));
  }

  /// A delegation that ended here, and which nodes took note of it.
  public record Revoked(StoredDelegation delegation, List<RevocationNotice.Told> nodes) {
    /// Keeps a copy.
    public Revoked {
      nodes = List.copyOf(nodes);
    }
  }

  /// What a wallet delegated for a committee that is valid now.
  Optional<Kept> valid(EvmAddress wallet, Hash256 groupKey) {
    return store.valid(wallet, sources.clock().instant()).stream()
        .filter(kept -> kept.delegation().scope().groups().contains(groupKey))
        .findFirst();
  }

  private Optional<CommitteePin> pin(Hash256 groupKey) {
    return committees.stream().filter(pin -> pin.groupKey().equals(groupKey)).findFirst();
  }
}
