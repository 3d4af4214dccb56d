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
import org.elastos.smartweb.crypto.Ed25519;
import org.elastos.smartweb.crypto.Hpke;

/// A home's side of a session: its short-lived keys and the contexts that nodes opened for it.
/// Wiped on close; safe for many threads.
public final class HomeSession implements AutoCloseable {
  private final Session session;
  private final Bytes opening;
  private final SecretBytes signingSeed;
  private final SecretBytes kemSeed;
  private final Map<Integer, Context> contexts = new ConcurrentHashMap<>();

  private HomeSession(
      Session session, Bytes opening, SecretBytes signingSeed, SecretBytes kemSeed) {
    this.session = session;
    this.opening = opening;
    this.signingSeed = signingSeed;
    this.kemSeed = kemSeed;
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
    SecretBytes signing = seed(random);
    SecretBytes kem = seed(random);
    Session session =
        new Session(
            delegated.delegation().hash(),
            new Session.Keys(Ed25519.publicKey(signing), Hpke.publicKey(kem)),
            terms.window(),
            terms.limits());
    Bytes opening =
        new SessionOpening(
                delegated.delegation().text(),
                delegated.walletSignature(),
                session,
                session.sign(deviceSeed))
            .encode();
    return new HomeSession(session, opening, signing, kem);
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

  private static SecretBytes seed(SecureRandom random) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return SecretBytes.take(bytes);
  }

  /// What it is.
  public Session session() {
    return session;
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
