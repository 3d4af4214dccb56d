// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.elastos.smartweb.cbor.Parsed;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.Hpke;

/// A home's side of a session: its short-lived keys and the contexts that nodes opened for it.
/// Wiped on close; safe for many threads.
public final class HomeSession implements AutoCloseable {
  private final Session session;
  private final Delegation delegation;
  private final Bytes opening;
  private final SecretBytes signingSeed;
  private final SecretBytes kemSeed;
  private final Map<Integer, Context> contexts = new ConcurrentHashMap<>();
  private final NodeLatencies latencies = new NodeLatencies();

  private HomeSession(Session session, Delegation delegation, Bytes opening, SessionKeys keys) {
    this.session = session;
    this.delegation = delegation;
    this.opening = opening;
    this.signingSeed = keys.signing();
    this.kemSeed = keys.kem();
  }

  /// A delegation with its wallet's signature.
  public record Delegated(Delegation delegation, Bytes walletSignature) {}

  private record Context(long epoch, Hpke.Receiver receiver) {
    SecretBytes export(byte[] info) {
      synchronized (receiver) {
        return receiver.export(info, 32);
      }
    }
  }

  /// Makes fresh keys and lets the device sign for them; nothing is sent yet.
  public static HomeSession create(
      Delegated delegated, SecretBytes deviceSeed, Terms terms, SecureRandom random) {
    SessionKeys keys = SessionKeys.generate(random);
    Session session = certify(delegated, keys.publicKeys(), terms);
    return new HomeSession(
        session, delegated.delegation(), sign(delegated, session, deviceSeed), keys);
  }

  /// Lets an agent ask by itself: the device signs for keys whose secret halves it never sees, for
  /// named assets, so many licences, and a time. What comes out goes to the agent.
  ///
  /// @return the opening, for {@link #ofAgent}
  public static Bytes delegateTo(
      Session.Keys agent, Delegated delegated, SecretBytes deviceSeed, Terms terms) {
    if (!terms.limits().agent()) {
      throw new IllegalArgumentException("an agent's session names assets and a number");
    }
    return sign(delegated, certify(delegated, agent, terms), deviceSeed);
  }

  /// The agent's side of a session that a device signed for its keys; empty when it is not for
  /// these keys. The keys go over to the session.
  public static Optional<HomeSession> ofAgent(Bytes opening, SessionKeys keys) {
    return Wire.parse(opening, SessionOpening::read)
        .toOptional()
        .filter(read -> read.session().keys().equals(keys.publicKeys()))
        .flatMap(read ->
            Delegation.parse(read.delegation())
                .map(delegation -> new HomeSession(read.session(), delegation, opening, keys)));
  }

  private static Session certify(Delegated delegated, Session.Keys keys, Terms terms) {
    return new Session(delegated.delegation().hash(), keys, terms.window(), terms.limits());
  }

  private static Bytes sign(Delegated delegated, Session session, SecretBytes deviceSeed) {
    return new SessionOpening(
            delegated.delegation().text(),
            delegated.walletSignature(),
            session,
            session.sign(deviceSeed))
        .encode();
  }

  /// How long and how far the session reaches.
  public record Terms(Session.Window window, Session.Limits limits) {
    /// A person's session of the longest length, ending no later than the delegation.
    public static Terms longest(Delegation delegation, Instant now) {
      Instant from = Instant.ofEpochSecond(now.getEpochSecond());
      Instant to = from.plus(Session.LONGEST);
      Instant end = delegation.validity().expiresAt();
      return new Terms(new Session.Window(from, to.isAfter(end) ? end : to), Session.Limits.NONE);
    }
  }

  /// What it is.
  public Session session() {
    return session;
  }

  NodeLatencies latencies() {
    return latencies;
  }

  /// For whom a licence of this session has to be.
  License.Party party() {
    return new License.Party(delegation.signer().wallet(), delegation.scope().device());
  }

  Bytes opening() {
    return opening;
  }

  Bytes sign(LicenseRequest request) {
    return request.sign(signingSeed);
  }

  boolean hasContext(int index, long epoch) {
    return Optional.ofNullable(contexts.get(index))
        .filter(context -> context.epoch() == epoch)
        .isPresent();
  }

  void forget(int index) {
    contexts.remove(index);
  }

  /// Takes a node's answer to the opening; false when it is not this node's, or not for this epoch.
  boolean opened(NodeEndpoint node, Hash256 gk, long epoch, Bytes answer) {
    if (!(SessionOpening.Context.parse(answer)
        instanceof Parsed.Ok<SessionOpening.Context>(SessionOpening.Context read))) {
      return false;
    }
    if (read.index() != node.index()
        || read.epoch() != epoch
        || !read.isSignedBy(node.identityKey(), session.hash(), gk)) {
      return false;
    }
    byte[] info = Session.contextInfo(session.hash(), gk, epoch, node.index());
    Optional<Hpke.Receiver> receiver = Hpke.receiver(kemSeed, read.enc(), info);
    receiver.ifPresent(made -> contexts.put(node.index(), new Context(epoch, made)));
    return receiver.isPresent();
  }

  Optional<SealedAnswer.Contents> read(SealedAnswer.Binding binding, Bytes answer) {
    return Optional.ofNullable(contexts.get(binding.index()))
        .flatMap(context -> SealedAnswer.open(binding, answer, context::export));
  }

  @Override
  public void close() {
    signingSeed.close();
    kemSeed.close();
    contexts.clear();
  }
}
