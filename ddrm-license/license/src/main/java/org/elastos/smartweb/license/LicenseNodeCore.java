// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.cbor.Parsed;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.ddrm.Core;
import org.elastos.smartweb.ddrm.Terms;
import org.elastos.smartweb.license.LicenseDecision.Granted;
import org.elastos.smartweb.license.OpenSessions.OpenSession;
import org.elastos.smartweb.threshold.CheckedHeader;
import org.elastos.smartweb.threshold.EpochKeys;
import org.elastos.smartweb.threshold.Partial;
import org.elastos.smartweb.threshold.ThresholdHeader;

/// One licence node's decision, in the order of crypto core §2: the secret is not touched before
/// every check has passed and the audit record is durable. Blocks on its ports; safe for many
/// threads.
public final class LicenseNodeCore {
  /// How far a request's time may be off.
  public static final Duration SKEW = Duration.ofMinutes(2);

  private static final int MAX_CHECKED = 4096;

  private final NodePorts ports;
  private final OpenSessions sessions;
  private final SessionDesk desk;
  private final RightsDesk rights;
  private final CheckedHeaders headers = new CheckedHeaders(MAX_CHECKED);
  private final CheckedTerms statements = new CheckedTerms(MAX_CHECKED);

  /// Starts with no session open.
  public LicenseNodeCore(NodePorts ports) {
    this(ports, OpenSessions.Limits.STANDARD);
  }

  LicenseNodeCore(NodePorts ports, OpenSessions.Limits limits) {
    this.ports = ports;
    this.sessions = new OpenSessions(limits);
    this.desk = new SessionDesk(ports, sessions);
    this.rights = new RightsDesk(ports);
  }

  /// Answers `POST /v1/sessions`.
  public LicenseDecision openSession(Bytes body) {
    try {
      return new Granted(desk.open(body));
    } catch (Refusal refusal) {
      return refusal.toDecision();
    }
  }

  /// Answers `POST /v1/revocations`.
  public LicenseDecision revoke(Bytes body) {
    try {
      return new Granted(desk.revoke(body));
    } catch (Refusal refusal) {
      return refusal.toDecision();
    }
  }

  /// Answers `POST /v1/licenses`.
  public LicenseDecision decide(Bytes body) {
    try {
      return new Granted(answer(body));
    } catch (Refusal refusal) {
      return refusal.toDecision();
    }
  }

  private Bytes answer(Bytes body) {
    LicenseCall call = Wire.read(body, LicenseCall.MAX_BYTES, LicenseCall::read);
    ThresholdHeader header = header(call.request().wanted().kem());
    Core core = core(call.core());
    LicenseRequest request = call.request();
    OpenSession opened = session(call);
    nonce(request, opened.session());
    EpochKeys keys = committee(request, header, opened);
    Refusal.unless(
        core.assetId().equals(request.wanted().asset()),
        RefusalCode.ASSET_MISMATCH,
        "the core is not that of the asset");
    Terms terms = terms(call, core, header);
    CheckedHeader checked =
        headers
            .check(header, core.assetId().hash())
            .orElseThrow(() -> new Refusal(RefusalCode.BAD_CIPHERTEXT, "the header's proof fails"));
    RightsDesk.Granted right = rights.grant(request, opened, terms);
    sessions.licensed(request.session(), ports.clock().instant());
    AuditPosition audited = audit(request, checked, opened);
    return seal(new Decided(call, checked, opened, keys), new Given(terms, right, audited));
  }

  private record Decided(
      LicenseCall call, CheckedHeader header, OpenSession opened, EpochKeys keys) {
    LicenseRequest request() {
      return call.request();
    }
  }

  private record Given(Terms terms, RightsDesk.Granted right, AuditPosition audited) {}

  private static ThresholdHeader header(Bytes kem) {
    return switch (ThresholdHeader.decode(kem.bytes())) {
      case ThresholdHeader.Decoded.Header(ThresholdHeader header) -> header;
      case ThresholdHeader.Decoded.Refused(ThresholdHeader.Reason reason) ->
          throw new Refusal(
              reason == ThresholdHeader.Reason.UNKNOWN_SUITE
                  ? RefusalCode.UNSUPPORTED_VERSION
                  : RefusalCode.BAD_ENCODING,
              "the header is not well-formed");
    };
  }

  private static Core core(Bytes encoded) {
    return switch (Core.parse(encoded.bytes())) {
      case Parsed.Ok<Core>(Core core) -> core;
      case Parsed.Malformed<Core>(String reason) ->
          throw new Refusal(RefusalCode.BAD_ENCODING, reason);
    };
  }

  /// Step 2.
  private OpenSession session(LicenseCall call) {
    LicenseRequest request = call.request();
    OpenSession opened =
        sessions
            .find(request.session())
            .orElseThrow(
                () -> new Refusal(RefusalCode.UNKNOWN_SESSION, "no such session is open here"));
    Instant now = ports.clock().instant();
    Refusal.unless(
        opened.session().window().covers(now) && opened.delegation().validity().covers(now),
        RefusalCode.SESSION_EXPIRED,
        "session or delegation is not valid now");
    Refusal.unless(
        !ports.stores().sessions().isRevoked(opened.session().delegation())
            && !ports.stores().sessions().isRevoked(request.session()),
        RefusalCode.REVOKED,
        "the delegation or the session was revoked");
    Refusal.unless(
        request.isSignedBy(opened.session().keys().signing(), call.signature()),
        RefusalCode.BAD_SIGNATURE,
        "the request is not signed by its session");
    Refusal.unless(
        Duration.between(request.at(), now).abs().compareTo(SKEW) <= 0,
        RefusalCode.CLOCK_SKEW,
        "the request's time is more than 120 seconds off");
    return opened;
  }

  /// Step 3.
  private void nonce(LicenseRequest request, Session session) {
    Instant keepUntil = session.window().to().plus(SKEW);
    Refusal.unless(
        ports.stores().nonces().insert(request.session(), request.nonce(), keepUntil),
        RefusalCode.REPLAY,
        "the nonce was seen before");
  }

  /// Step 4.
  private EpochKeys committee(LicenseRequest request, ThresholdHeader header, OpenSession opened) {
    EpochKeys keys =
        desk.servingKeys().stream()
            .filter(serving -> serving.epoch() == opened.epoch())
            .findFirst()
            .orElseThrow(() ->
                new Refusal(
                    RefusalCode.UNKNOWN_SESSION, "the session was opened in another epoch"));
    Hash256 gk = keys.groupKey().gk();
    Refusal.unless(
        request.wanted().gk().equals(gk) && header.gk().equals(gk),
        RefusalCode.WRONG_COMMITTEE,
        "encrypted to another committee");
    return keys;
  }

  /// Step 6.
  private Terms terms(LicenseCall call, Core core, ThresholdHeader header) {
    Hash256 payload = call.terms().body().payloadHash();
    boolean sound =
        call.terms().body() instanceof Terms terms
            && terms.place().asset().equals(core.assetId())
            && payload.equals(call.request().wanted().terms())
            && terms.policy().hash().equals(header.policyHash())
            && statements.isByCreator(call.terms(), payload, core);
    Refusal.unless(
        sound, RefusalCode.BAD_STATEMENT, "the terms are not the creator's for this header");
    return (Terms) call.terms().body();
  }

  /// Step 9.
  private AuditPosition audit(LicenseRequest request, CheckedHeader header, OpenSession opened) {
    AuditEntry.Personal personal =
        new AuditEntry.Personal(opened.delegation().signer().wallet(), request.wanted().asset());
    AuditEntry entry =
        new AuditEntry(request.hash(), header.ct(), ports.clock().instant(), personal);
    return ports
        .stores()
        .audit()
        .append(entry)
        .orElseThrow(
            () -> new Refusal(RefusalCode.AUDIT_UNAVAILABLE, "the audit cannot be written"));
  }

  /// Step 10.
  private Bytes seal(Decided decided, Given given) {
    Hash256 requestHash = decided.request().hash();
    ShareHolder share = ports.share().of(decided.keys());
    Partial partial = share.partial(decided.header(), requestHash);
    int index = share.index();
    Receipt.Giver giver =
        new Receipt.Giver(decided.keys().groupKey().gk(), decided.keys().epoch(), index);
    List<Receipt.BlockSpan> spans =
        given.right().heads().stream().map(Receipt.BlockSpan::of).toList();
    Receipt receipt =
        new Receipt(
            new Receipt.Subject(requestHash, decided.header().ct(), partial.hash()),
            giver,
            new Receipt.Grounds(given.right().way().grant(), spans, given.audited()),
            given.right().period().at());
    Optional<License.Signed> license =
        decided.request().want() == LicenseRequest.Want.PLAY
            ? Optional.empty()
            : Optional.of(License.Signed.sign(license(decided, given, giver), ports.identity()));
    SealedAnswer.Contents contents =
        new SealedAnswer.Contents(
            receipt, receipt.sign(ports.identity()), Bytes.of(partial.bytes()), license);
    return SealedAnswer.seal(
        new SealedAnswer.Binding(requestHash, index),
        contents,
        decided.opened()::export,
        ports.random());
  }

  private static License license(Decided decided, Given given, Receipt.Giver giver) {
    LicenseRequest.Wanted wanted = decided.request().wanted();
    Delegation delegation = decided.opened().delegation();
    License.Party party =
        new License.Party(delegation.signer().wallet(), delegation.scope().device());
    License.Subject subject =
        new License.Subject(decided.request().hash(), giver, wanted.asset(), wanted.terms(), party);
    return new License(
        subject,
        given.right().period(),
        given.terms().rendering().outputs(),
        given.right().heads().stream().map(License.Block::of).toList());
  }
}
