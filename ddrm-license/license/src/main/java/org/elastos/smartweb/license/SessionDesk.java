// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.time.Instant;
import java.util.List;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.crypto.Hpke;
import org.elastos.smartweb.license.OpenSessions.OpenSession;
import org.elastos.smartweb.threshold.EpochKeys;

/// Opens sessions and takes revocations for one node. Safe for many threads.
final class SessionDesk {
  private final NodePorts ports;
  private final OpenSessions sessions;

  SessionDesk(NodePorts ports, OpenSessions sessions) {
    this.ports = ports;
    this.sessions = sessions;
  }

  Bytes open(Bytes body) {
    SessionOpening opening = Wire.read(body, SessionOpening.MAX_BYTES, SessionOpening::read);
    Delegation delegation = delegation(opening.delegation());
    Session session = opening.session();
    Instant now = ports.clock().instant();
    within(delegation, session);
    Refusal.unless(
        delegation.validity().covers(now) && session.window().covers(now),
        RefusalCode.SESSION_EXPIRED,
        "session or delegation is not valid now");
    signatures(opening, delegation);
    revocations(delegation, session);
    EpochKeys keys = activeKeys();
    Hash256 gk = keys.groupKey().gk();
    Refusal.unless(
        delegation.scope().groups().contains(gk),
        RefusalCode.OUT_OF_SCOPE,
        "the delegation does not name this committee");
    return sessions
        .find(session.hash())
        .filter(open -> open.epoch() == keys.epoch())
        .orElseGet(() -> sessions.add(opened(delegation, session, keys), now))
        .answer();
  }

  private static Delegation delegation(String text) {
    return Delegation.parse(text)
        .orElseThrow(() ->
            new Refusal(RefusalCode.BAD_DELEGATION, "not word for word a delegation for licences"));
  }

  private static void within(Delegation delegation, Session session) {
    boolean inside =
        session.delegation().equals(delegation.hash())
            && !session.window().from().isBefore(delegation.validity().issuedAt())
            && !session.window().to().isAfter(delegation.validity().expiresAt())
            && session
                .limits()
                .assets()
                .map(assets -> assets.stream().allMatch(delegation.scope()::allows))
                .orElse(true);
    Refusal.unless(inside, RefusalCode.BAD_SESSION, "the session exceeds its delegation");
  }

  private void signatures(SessionOpening opening, Delegation delegation) {
    Refusal.unless(
        opening.session().isSignedBy(delegation.scope().device(), opening.deviceSignature()),
        RefusalCode.BAD_SIGNATURE,
        "the session is not signed by its device");
    if (!delegation.isSignedBy(opening.walletSignature())) {
      AccountClaim claim =
          new AccountClaim(
              delegation.signer().wallet(), delegation.digest(), opening.walletSignature());
      new AccountCheck(ports.chain().accounts()).require(delegation.signer().chain(), claim);
    }
  }

  private void revocations(Delegation delegation, Session session) {
    boolean revoked =
        ports.stores().sessions().isRevoked(delegation.hash())
            || ports.stores().sessions().isRevoked(session.hash())
            || Refusal.agreed(ports.chain().revocations().isRevoked(delegation));
    Refusal.unless(
        !revoked, RefusalCode.REVOKED, "the delegation, its device or the session was revoked");
  }

  /// The keys of the newest serving epoch that this node has a share of.
  EpochKeys activeKeys() {
    return servingKeys().getFirst();
  }

  /// The keys of the serving epochs that this node has shares of, the newest first; never empty.
  List<EpochKeys> servingKeys() {
    List<EpochKeys> serving =
        Refusal.agreed(ports.chain().committee().serving()).stream()
            .filter(ports.share()::fits)
            .toList();
    Refusal.unless(
        !serving.isEmpty(), RefusalCode.NOT_ACTIVE, "no share of an epoch that the board shows");
    return serving;
  }

  private OpenSession opened(Delegation delegation, Session session, EpochKeys keys) {
    int index = ports.share().of(keys).index();
    byte[] info = Session.contextInfo(session.hash(), keys.groupKey().gk(), keys.epoch(), index);
    Hpke.Sender sender =
        Hpke.sender(session.keys().kem(), info, ports.random())
            .orElseThrow(() -> new Refusal(RefusalCode.BAD_SESSION, "not an X-Wing key"));
    SessionOpening.Context.Signed signed =
        new SessionOpening.Context.Signed(Bytes.of(info), sender.enc());
    Bytes answer =
        SessionOpening.Context.sign(keys.epoch(), index, signed, ports.identity()).encode();
    return new OpenSession(session, delegation, keys.epoch(), index, sender, answer);
  }

  /// A device withdraws its own delegation or a session under it; the record is kept until that
  /// would have expired.
  Bytes revoke(Bytes body) {
    Revocation revocation = Wire.read(body, SessionOpening.MAX_BYTES, Revocation::read);
    Delegation delegation = delegation(revocation.delegation());
    Refusal.unless(
        revocation.isSignedBy(delegation.scope().device()),
        RefusalCode.BAD_SIGNATURE,
        "the revocation is not signed by its device");
    Instant now = ports.clock().instant();
    Refusal.unless(
        now.isBefore(delegation.validity().expiresAt()),
        RefusalCode.SESSION_EXPIRED,
        "the delegation has ended by itself");
    Hash256 revoked =
        revocation.session().map(session -> of(session, delegation)).orElseGet(delegation::hash);
    ports.stores().sessions().revoke(revoked, delegation.validity().expiresAt());
    return Bytes.of(Cbor.map().put("v", 1).put("revoked", revoked).encode());
  }

  private static Hash256 of(Session session, Delegation delegation) {
    Refusal.unless(
        session.delegation().equals(delegation.hash()),
        RefusalCode.BAD_SESSION,
        "the session is under another delegation");
    return session.hash();
  }
}
