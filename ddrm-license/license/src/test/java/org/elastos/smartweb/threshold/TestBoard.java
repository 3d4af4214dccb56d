// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.Ed25519;
import org.elastos.smartweb.threshold.BoardMessage.Kind;
import org.elastos.smartweb.threshold.BoardState.Phase;

/// A board in memory with all its members, some of whom may be made to post something else; the
/// phases follow each other as the contract's windows would. For tests.
public final class TestBoard {
  /// Changes what a member is about to post; empty keeps it silent.
  public interface Mischief extends BiFunction<Kind, Bytes, Optional<Bytes>> {}

  private static final CeremonyTerms.Board BOARD =
      new CeremonyTerms.Board(
          new ChainId(31337), EvmAddress.fromHex("b0".repeat(EvmAddress.BYTES)));

  final SeededRandom random;
  final List<EncryptionKey> encryptionKeys = new ArrayList<>();
  final List<SecretBytes> identities = new ArrayList<>();
  final CeremonyTerms terms;
  final List<BoardMessage> messages = new ArrayList<>();
  final Map<Integer, Confirmation> confirmations = new HashMap<>();
  final Map<Integer, KeyShare> shares = new HashMap<>();
  final Map<Integer, CeremonyAction> last = new HashMap<>();
  private final Map<Integer, CeremonyMember> members = new HashMap<>();
  private final Map<Integer, Mischief> mischief = new HashMap<>();

  /// A committee whose keys all come from the seed.
  public TestBoard(CommitteeShape shape, long seed) {
    this.random = new SeededRandom(seed);
    List<CommitteeMember> list = new ArrayList<>();
    for (int i = 1; i <= shape.members(); i++) {
      EncryptionKey key = EncryptionKey.generate(random);
      byte[] identity = new byte[Ed25519.SEED_BYTES];
      random.nextBytes(identity);
      encryptionKeys.add(key);
      identities.add(SecretBytes.take(identity));
      EvmAddress operator = EvmAddress.fromHex("%040x".formatted(i));
      Registration registration = new Registration(BOARD.chain(), BOARD.contract(), operator);
      list.add(
          new CommitteeMember(
              operator,
              Ed25519.publicKey(identities.getLast()),
              key.publicKey(),
              registration.prove(key, random)));
    }
    this.terms = new CeremonyTerms(BOARD, 1, shape.threshold(), list);
    for (int i = 1; i <= shape.members(); i++) {
      members.put(i, member(i, CeremonyMember.deal(terms, i, random)));
    }
  }

  CeremonyMember member(int index, Bytes dealing) {
    CeremonyMember.Self self =
        new CeremonyMember.Self(index, encryptionKeys.get(index - 1), identities.get(index - 1));
    return new CeremonyMember(terms, self, dealing, random);
  }

  TestBoard with(int index, Mischief mischief) {
    this.mischief.put(index, mischief);
    return this;
  }

  /// Lets a member deal these bytes instead of its own.
  TestBoard dealing(int index, Bytes dealing) {
    members.put(index, member(index, dealing));
    return this;
  }

  /// Runs every phase to its end.
  public TestBoard run() {
    step(Phase.COMMIT);
    step(Phase.REVEAL);
    for (int round = 0; round < terms.members().size(); round++) {
      step(Phase.COMPLAINT);
    }
    step(Phase.CONFIRM);
    return this;
  }

  void step(Phase phase) {
    for (int index = 1; index <= terms.members().size(); index++) {
      BoardState state = state(phase);
      CeremonyAction action = members.get(index).next(state);
      last.put(index, action);
      switch (action) {
        case CeremonyAction.Post(Kind kind, Bytes payload) -> post(index, kind, payload);
        case CeremonyAction.Confirm(Confirmation confirmation, KeyShare share) -> {
          confirmations.put(index, confirmation);
          shares.put(index, share);
        }
        case CeremonyAction.Wait wait -> {}
        case CeremonyAction.Finished finished -> {}
        case CeremonyAction.Stopped stopped -> {}
      }
    }
  }

  BoardState state(Phase phase) {
    return new BoardState(phase, messages, confirmations.keySet(), true);
  }

  CeremonyAction next(int index, BoardState state) {
    return members.get(index).next(state);
  }

  private void post(int index, Kind kind, Bytes payload) {
    Optional.ofNullable(mischief.get(index))
        .map(changed -> changed.apply(kind, payload))
        .orElse(Optional.of(payload))
        .ifPresent(posted -> append(index, kind, posted));
  }

  void append(int index, Kind kind, Bytes payload) {
    messages.add(new BoardMessage(terms.epoch(), messages.size(), kind, index, payload));
  }

  /// What the ceremony is about.
  public CeremonyTerms terms() {
    return terms;
  }

  /// The shares of those who confirmed, by index.
  public Map<Integer, KeyShare> shares() {
    return Map.copyOf(shares);
  }

  /// The outcome as anybody reads it from the board.
  public CeremonyOutcome outcome() {
    return KeyCeremony.read(terms, messages).outcome();
  }

  List<Integer> others(int... except) {
    return IntStream.rangeClosed(1, terms.members().size())
        .filter(i -> IntStream.of(except).noneMatch(e -> e == i))
        .boxed()
        .toList();
  }
}
