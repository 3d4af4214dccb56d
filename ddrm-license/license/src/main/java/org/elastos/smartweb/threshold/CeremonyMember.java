// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.threshold.CeremonyAction.Confirm;
import org.elastos.smartweb.threshold.CeremonyAction.Finished;
import org.elastos.smartweb.threshold.CeremonyAction.Post;
import org.elastos.smartweb.threshold.CeremonyAction.Reason;
import org.elastos.smartweb.threshold.CeremonyAction.Stopped;
import org.elastos.smartweb.threshold.CeremonyAction.Wait;

/// One member's side of a key generation: given what the board shows, it says what to do next. It
/// remembers nothing but the dealing that it was made with, so a node that restarts in the middle
/// goes on from the board. Not thread-safe.
public final class CeremonyMember {
  private final CeremonyTerms terms;
  private final Self self;
  private final Bytes dealing;
  private final SecureRandom random;

  /// Who this member is. The secrets stay the caller's to close.
  public record Self(int index, EncryptionKey encryptionKey, SecretBytes identitySeed) {}

  /// `dealing` comes from {@link #deal}, and must be the same one after a restart.
  public CeremonyMember(CeremonyTerms terms, Self self, Bytes dealing, SecureRandom random) {
    this.terms = terms;
    this.self = self;
    this.dealing = dealing;
    this.random = random;
  }

  /// Makes this member's dealing. Its bytes hold no secret in the clear; the caller stores them
  /// before anything is posted.
  public static Bytes deal(CeremonyTerms terms, int index, SecureRandom random) {
    return Dealing.deal(terms, index, random);
  }

  /// What to do next.
  public CeremonyAction next(BoardState state) {
    if (!terms.unproven().isEmpty()) {
      return new Stopped(Reason.UNPROVEN_KEY);
    }
    KeyCeremony ceremony = KeyCeremony.read(terms, state.messages());
    return switch (state.phase()) {
      case REGISTRATION -> new Wait();
      case COMMIT -> commit(ceremony);
      case REVEAL -> reveal(ceremony);
      case COMPLAINT -> complain(ceremony);
      case CONFIRM -> state.settled() ? confirm(ceremony, state) : new Wait();
      case ACTIVE -> state.settled() ? finish(ceremony) : new Wait();
      case FAILED -> new Stopped(Reason.CEREMONY_FAILED);
    };
  }

  private CeremonyAction commit(KeyCeremony ceremony) {
    return ceremony.hasCommitted(self.index())
        ? new Wait()
        : new Post(BoardMessage.Kind.COMMIT, Bytes.of(Dealing.commitment(dealing).bytes()));
  }

  private CeremonyAction reveal(KeyCeremony ceremony) {
    return ceremony.hasCommitted(self.index()) && !ceremony.hasRevealed(self.index())
        ? new Post(BoardMessage.Kind.REVEAL, dealing)
        : new Wait();
  }

  private CeremonyAction complain(KeyCeremony ceremony) {
    for (Map.Entry<Integer, Dealing> entry : ceremony.dealings().entrySet()) {
      int dealer = entry.getKey();
      if (!ceremony.hasComplained(self.index(), dealer) && share(entry.getValue()).isEmpty()) {
        Complaint complaint =
            Complaint.make(
                ceremony.parties(entry.getValue(), self.index()), self.encryptionKey(), random);
        return new Post(BoardMessage.Kind.COMPLAINT, complaint.encode());
      }
    }
    return new Wait();
  }

  private CeremonyAction confirm(KeyCeremony ceremony, BoardState state) {
    if (state.confirmed().contains(self.index())) {
      return new Wait();
    }
    return switch (ceremony.outcome()) {
      case CeremonyOutcome.Failed failed -> new Stopped(Reason.CEREMONY_FAILED);
      case CeremonyOutcome.Agreed agreed ->
          accept(ceremony, agreed)
              .<CeremonyAction>map(share ->
                  new Confirm(Confirmation.sign(terms, agreed, self.identitySeed()), share))
              .orElseGet(() -> new Stopped(Reason.SHARE_REFUSED));
    };
  }

  private CeremonyAction finish(KeyCeremony ceremony) {
    return switch (ceremony.outcome()) {
      case CeremonyOutcome.Failed failed -> new Stopped(Reason.CEREMONY_FAILED);
      case CeremonyOutcome.Agreed agreed ->
          accept(ceremony, agreed)
              .<CeremonyAction>map(share -> new Finished(agreed.keys(), share))
              .orElseGet(() -> new Stopped(Reason.SHARE_REFUSED));
    };
  }

  private Optional<KeyShare> accept(KeyCeremony ceremony, CeremonyOutcome.Agreed agreed) {
    BigInteger sum = BigInteger.ZERO;
    for (Dealing from : ceremony.qualifiedDealings()) {
      Optional<BigInteger> share = share(from);
      if (share.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.add(share.get()).mod(Curve.N);
    }
    SecretBytes secret = SecretBytes.take(Scalars.encode(sum));
    return switch (KeyShare.accept(agreed.keys(), self.index(), secret, random)) {
      case KeyShare.Acceptance.Accepted(KeyShare share) -> Optional.of(share);
      case KeyShare.Acceptance.Refused() -> Optional.empty();
    };
  }

  private Optional<BigInteger> share(Dealing from) {
    GroupElement shared = self.encryptionKey().shared(from.e(), random);
    return from.share(
        self.index(),
        self.encryptionKey().publicKey(),
        shared,
        share -> Curve.blinded(Curve.G, share, random));
  }
}
