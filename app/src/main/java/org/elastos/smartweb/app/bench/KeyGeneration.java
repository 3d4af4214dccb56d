// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.bench;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.Ed25519;
import org.elastos.smartweb.threshold.BoardMessage;
import org.elastos.smartweb.threshold.BoardState;
import org.elastos.smartweb.threshold.CeremonyAction;
import org.elastos.smartweb.threshold.CeremonyMember;
import org.elastos.smartweb.threshold.CeremonyOutcome;
import org.elastos.smartweb.threshold.CeremonyTerms;
import org.elastos.smartweb.threshold.CommitteeMember;
import org.elastos.smartweb.threshold.CommitteeShape;
import org.elastos.smartweb.threshold.EncryptionKey;
import org.elastos.smartweb.threshold.EpochKeys;
import org.elastos.smartweb.threshold.KeyCeremony;
import org.elastos.smartweb.threshold.KeyShare;
import org.elastos.smartweb.threshold.Registration;

/// A whole key generation on a board in memory: every member reads the board in every window,
/// proves, deals, decrypts, checks and confirms, one after the other on one thread. Not
/// thread-safe.
final class KeyGeneration {
  private static final CeremonyTerms.Board BOARD =
      new CeremonyTerms.Board(new ChainId(31337), EvmAddress.fromHex("b0".repeat(20)));

  private final SecureRandom random;
  private final CeremonyTerms terms;
  private final List<CeremonyMember.Self> selves = new ArrayList<>();

  /// The committee's long-lived keys, which nodes have before a ceremony begins.
  KeyGeneration(CommitteeShape shape, SecureRandom random) {
    this.random = random;
    List<CommitteeMember> members = new ArrayList<>();
    for (int index = 1; index <= shape.members(); index++) {
      EncryptionKey key = EncryptionKey.generate(random);
      byte[] identity = new byte[Ed25519.SEED_BYTES];
      random.nextBytes(identity);
      SecretBytes seed = SecretBytes.take(identity);
      EvmAddress operator = EvmAddress.fromHex("%040x".formatted(index));
      Registration registration = new Registration(BOARD.chain(), BOARD.contract(), operator);
      selves.add(new CeremonyMember.Self(index, key, seed));
      members.add(
          new CommitteeMember(
              operator, Ed25519.publicKey(seed), key.publicKey(), registration.prove(key, random)));
    }
    this.terms = new CeremonyTerms(BOARD, 1, shape.threshold(), members);
  }

  /// What it ends in: the public keys, and each member's own share.
  record Made(EpochKeys keys, Map<Integer, KeyShare> shares) {}

  /// @throws IllegalStateException when honest members come to no key
  Made run() {
    List<CeremonyMember> members = new ArrayList<>();
    for (CeremonyMember.Self self : selves) {
      Bytes dealing = CeremonyMember.deal(terms, self.index(), random);
      members.add(new CeremonyMember(terms, self, dealing, random));
    }
    List<BoardMessage> messages = new ArrayList<>();
    Map<Integer, KeyShare> shares = new LinkedHashMap<>();
    Set<Integer> confirmed = new HashSet<>();
    for (BoardState.Phase phase :
        List.of(
            BoardState.Phase.COMMIT,
            BoardState.Phase.REVEAL,
            BoardState.Phase.COMPLAINT,
            BoardState.Phase.CONFIRM)) {
      for (CeremonyMember.Self self : selves) {
        BoardState state = new BoardState(phase, messages, confirmed, true);
        switch (members.get(self.index() - 1).next(state)) {
          case CeremonyAction.Post(BoardMessage.Kind kind, Bytes payload) ->
              messages.add(new BoardMessage(1, messages.size(), kind, self.index(), payload));
          case CeremonyAction.Confirm(var _, KeyShare share) -> {
            shares.put(self.index(), share);
            confirmed.add(self.index());
          }
          case CeremonyAction.Wait() -> {}
          case CeremonyAction.Finished _, CeremonyAction.Stopped _ ->
              throw new IllegalStateException("an honest member was stopped");
        }
      }
    }
    if (KeyCeremony.read(terms, messages).outcome() instanceof CeremonyOutcome.Agreed agreed
        && shares.size() == selves.size()) {
      return new Made(agreed.keys(), shares);
    }
    throw new IllegalStateException("honest members came to no key");
  }
}
