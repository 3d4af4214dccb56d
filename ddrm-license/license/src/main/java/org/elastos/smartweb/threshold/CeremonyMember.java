// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.threshold.CeremonyAction.Confirm;
import org.elastos.smartweb.threshold.CeremonyAction.Finished;
import org.elastos.smartweb.threshold.CeremonyAction.Post;
import org.elastos.smartweb.threshold.CeremonyAction.Reason;
import org.elastos.smartweb.threshold.CeremonyAction.Stopped;
import org.elastos.smartweb.threshold.CeremonyAction.Wait;

/// One node's side of a ceremony: given what the board shows, it says what to do next. It remembers
/// nothing but the dealing that it was made with, so a node that restarts in the middle goes on
/// from the board. In resharing a node may deal, receive, or both. Not thread-safe.
public final class CeremonyMember {
  private final CeremonyTerms terms;
  private final Self self;
  private final Bytes dealing;
  private final SecureRandom random;

  /// Who this node is. The secrets stay the caller's to close.
  ///
  /// @param dealer its index among those who deal, 0 when it is none of them
  /// @param index its index in the committee that gets the shares, 0 when it is not in it
  public record Self(int dealer, int index, EncryptionKey encryptionKey, SecretBytes identitySeed) {
    /// A member of a key generation, where all members deal.
    public Self(int index, EncryptionKey encryptionKey, SecretBytes identitySeed) {
      this(index, index, encryptionKey, identitySeed);
    }
  }

  /// `dealing` comes from {@link #deal} or {@link #handOn}, and must be the same one after a
  /// restart; it is not looked at when this node deals nothing.
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

  /// Makes the dealing by which the holder of a share hands it on; stored before it is posted, as
  /// in {@link #deal}.
  ///
  /// @param handover the digest of what this node hands over beside its share (decision B5)
  /// @throws IllegalArgumentException when the share is not of the epoch that is handed on, or the
  ///   committee must not follow it (decision B4)
  public static Bytes handOn(
      CeremonyTerms terms, KeyShare share, Hash256 handover, SecureRandom random) {
    boolean held = terms.plan().holders().filter(holders -> share.fits(holders.keys())).isPresent();
    if (!held || terms.plan().unlawfulFor(terms.committee()).isPresent()) {
      throw new IllegalArgumentException("this share is not to be handed on to this committee");
    }
    return Dealing.handOn(terms, share, handover, random);
  }

  /// What to do next.
  public CeremonyAction next(BoardState state) {
    if (!terms.unproven().isEmpty()) {
      return new Stopped(Reason.UNPROVEN_KEY);
    }
    if (terms.plan().unlawfulFor(terms.committee()).isPresent()) {
      return new Stopped(Reason.UNLAWFUL_COMMITTEE);
    }
    KeyCeremony ceremony = KeyCeremony.read(terms, state.messages());
    return switch (state.phase()) {
      case REGISTRATION -> new Wait();
      case COMMIT -> commit(ceremony);
      case REVEAL -> reveal(ceremony);
      case COMPLAINT -> self.index() == 0 ? new Wait() : complain(ceremony);
      case CONFIRM -> receives(state) ? confirm(ceremony, state) : new Wait();
      case ACTIVE -> receives(state) ? finish(ceremony) : new Wait();
      case FAILED -> new Stopped(Reason.CEREMONY_FAILED);
    };
  }

  private boolean receives(BoardState state) {
    return self.index() != 0 && state.settled();
  }

  private CeremonyAction commit(KeyCeremony ceremony) {
    return ceremony.hasCommitted(self.dealer())
        ? new Wait()
        : new Post(BoardMessage.Kind.COMMIT, Bytes.of(Dealing.commitment(dealing).bytes()));
  }

  private CeremonyAction reveal(KeyCeremony ceremony) {
    boolean deals =
        terms.plan().holders().isPresent()
            ? self.dealer() != 0
            : ceremony.hasCommitted(self.dealer());
    return deals && !ceremony.hasRevealed(self.dealer())
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
      sum = sum.add(share.get().multiply(ceremony.weight(from.dealer()))).mod(Curve.N);
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
