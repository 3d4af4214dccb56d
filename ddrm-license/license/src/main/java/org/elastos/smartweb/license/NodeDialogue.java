// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.threshold.CheckedHeader;
import org.elastos.smartweb.threshold.EpochKeys;
import org.elastos.smartweb.threshold.Partial;
import org.elastos.smartweb.threshold.VerifiedPartial;

/// Asks one node: opens the session there if need be, then judges the answer. When it turns out
/// that node and home do not share a context, the session is opened once more and asked with
/// another request. Immutable; one use per node.
record NodeDialogue(
    EpochKeys keys, HomeSession home, Calls calls, CheckedHeader header, Duration timeout) {
  private static final String UNREADABLE = "unreadable_answer";

  /// The requests of one round.
  ///
  /// @param first goes to every node
  /// @param another makes one with a nonce of its own: a node has seen that of the first
  record Calls(LicenseCall first, Function<LicenseRequest.Want, LicenseCall> another) {}

  /// What came of it, with the partial if it is good.
  record Result(NodeEndpoint node, NodeOutcome outcome, Optional<VerifiedPartial> partial) {}

  Result ask(NodeEndpoint node) {
    Optional<NodeOutcome> shut = open(node);
    if (shut.isPresent()) {
      return new Result(node, shut.get(), Optional.empty());
    }
    Result first = ask(node, calls.first());
    if (isOfTheFirstVersion(first.outcome())) {
      return ask(node, calls.another().apply(LicenseRequest.Want.PLAY));
    }
    if (!sharesNoContext(first.outcome())) {
      return first;
    }
    home.forget(node.index());
    Optional<NodeOutcome> again = open(node);
    return again.isPresent()
        ? new Result(node, again.get(), Optional.empty())
        : ask(node, calls.another().apply(calls.first().request().want()));
  }

  /// A node that does not know of licences reads another request than it was sent (decision G1).
  private boolean isOfTheFirstVersion(NodeOutcome outcome) {
    return calls.first().request().want() == LicenseRequest.Want.LICENSE
        && outcome instanceof NodeOutcome.Refused(String code)
        && code.equals(RefusalCode.BAD_ENCODING.text());
  }

  /// The node lost its context, as by a restart, or it seals with another one.
  private static boolean sharesNoContext(NodeOutcome outcome) {
    return switch (outcome) {
      case NodeOutcome.Refused(String code) -> code.equals(RefusalCode.UNKNOWN_SESSION.text());
      case NodeOutcome.Useless(String reason) -> reason.equals(UNREADABLE);
      case NodeOutcome.Honest _,
          NodeOutcome.Convicted _,
          NodeOutcome.Unreachable _,
          NodeOutcome.NotNeeded _ ->
          false;
    };
  }

  private Result ask(NodeEndpoint node, LicenseCall call) {
    return switch (node.transport().request(call.encode(), timeout)) {
      case NodeReply.Answered(Bytes answer) -> judge(node, call, answer);
      case NodeReply.Refused(String code, String detail) ->
          new Result(node, new NodeOutcome.Refused(code), Optional.empty());
      case NodeReply.Unreachable(String reason) ->
          new Result(node, new NodeOutcome.Unreachable(reason), Optional.empty());
    };
  }

  /// Empty when the session is open at the node.
  private Optional<NodeOutcome> open(NodeEndpoint node) {
    if (home.hasContext(node.index(), keys.epoch())) {
      return Optional.empty();
    }
    return switch (node.transport().openSession(home.opening(), timeout)) {
      case NodeReply.Answered(Bytes answer) ->
          home.opened(node, keys.groupKey().gk(), keys.epoch(), answer)
              ? Optional.empty()
              : Optional.of(new NodeOutcome.Useless("bad_context"));
      case NodeReply.Refused(String code, String detail) ->
          Optional.of(new NodeOutcome.Refused(code));
      case NodeReply.Unreachable(String reason) -> Optional.of(new NodeOutcome.Unreachable(reason));
    };
  }

  private Result judge(NodeEndpoint node, LicenseCall call, Bytes answer) {
    Hash256 request = call.request().hash();
    Optional<SealedAnswer.Contents> read =
        home.read(new SealedAnswer.Binding(request, node.index()), answer);
    if (read.isEmpty()) {
      return useless(node, UNREADABLE);
    }
    SealedAnswer.Contents contents = read.get();
    if (!isAbout(contents, node, request)) {
      return useless(node, "bad_receipt");
    }
    if (!isLicensed(contents, node, call.request())) {
      return useless(node, "bad_license");
    }
    Optional<VerifiedPartial> partial =
        Partial.decode(contents.partial().bytes())
            .flatMap(made -> keys.verify(header, request, node.index(), made));
    NodeOutcome outcome =
        partial.isPresent()
            ? new NodeOutcome.Honest(contents.receipt(), contents.license())
            : new NodeOutcome.Convicted(evidence(call, contents));
    return new Result(node, outcome, partial);
  }

  private boolean isAbout(SealedAnswer.Contents contents, NodeEndpoint node, Hash256 request) {
    Receipt receipt = contents.receipt();
    Receipt.Subject subject =
        new Receipt.Subject(request, header.ct(), Evidence.hashOf(contents.partial()));
    Receipt.Giver giver = new Receipt.Giver(keys.groupKey().gk(), keys.epoch(), node.index());
    return receipt.subject().equals(subject)
        && receipt.giver().equals(giver)
        && receipt.isSignedBy(node.identityKey(), contents.signature());
  }

  /// Whether there is a licence if one was wanted, for exactly this request, party and node.
  private boolean isLicensed(
      SealedAnswer.Contents contents, NodeEndpoint node, LicenseRequest request) {
    LicenseRequest.Want want = request.want();
    if (want == LicenseRequest.Want.PLAY || contents.license().isEmpty()) {
      return want == LicenseRequest.Want.PLAY && contents.license().isEmpty();
    }
    License.Signed signed = contents.license().get();
    License.Subject subject =
        new License.Subject(
            request.hash(),
            contents.receipt().giver(),
            request.wanted().asset(),
            request.wanted().terms(),
            home.party());
    Period period = signed.license().period();
    return signed.license().subject().equals(subject)
        && period.at().equals(contents.receipt().at())
        && period.leaseEnd().isPresent() == (want == LicenseRequest.Want.LEASE)
        && signed.isSignedBy(node.identityKey());
  }

  private static Evidence evidence(LicenseCall call, SealedAnswer.Contents contents) {
    return new Evidence(
        call.request(),
        call.core(),
        call.terms(),
        contents.receipt(),
        new Evidence.Given(contents.signature(), contents.partial()));
  }

  private static Result useless(NodeEndpoint node, String reason) {
    return new Result(node, new NodeOutcome.Useless(reason), Optional.empty());
  }
}
