// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.crypto.TaggedHash;
import org.elastos.smartweb.threshold.CeremonyOutcome.Agreed;
import org.elastos.smartweb.threshold.CeremonyOutcome.Failed;

/// One ceremony, judged from the ordered board alone, so that everybody who reads the same messages
/// comes to the same keys, the same qualified dealers and the same culprits (crypto core §4). It
/// uses no secret and no clock: the board's own block windows say which messages count. A key is
/// made by all dealers that no complaint refuted; a running key is handed on by the first t of them
/// in the board's order, so absent holders stop nothing. Not thread-safe; a reading is made anew
/// from the messages.
public final class KeyCeremony {
  private final CeremonyTerms terms;
  private final Hash256 id;
  private final Map<Integer, Hash256> commits = new HashMap<>();
  private final Set<Integer> revealed = new HashSet<>();
  private final Map<Integer, Dealing> dealings = new LinkedHashMap<>();
  private final Set<Integer> refuted = new HashSet<>();
  private final Set<Long> complaints = new HashSet<>();
  private final List<Fault> faults = new ArrayList<>();
  private final List<byte[]> transcript = new ArrayList<>();

  private KeyCeremony(CeremonyTerms terms) {
    this.terms = terms;
    this.id = terms.id();
    this.transcript.add(id.bytes());
  }

  /// Reads the board's messages in order.
  ///
  /// @throws IllegalArgumentException when they are not the gapless messages of this epoch
  public static KeyCeremony read(CeremonyTerms terms, List<BoardMessage> messages) {
    KeyCeremony ceremony = new KeyCeremony(terms);
    for (int seq = 0; seq < messages.size(); seq++) {
      BoardMessage message = messages.get(seq);
      if (message.seq() != seq || message.epoch() != terms.epoch() || !mayPost(terms, message)) {
        throw new IllegalArgumentException("not the gapless board of this epoch's members");
      }
      ceremony.accept(message);
    }
    return ceremony;
  }

  private static boolean mayPost(CeremonyTerms terms, BoardMessage message) {
    return switch (message.kind()) {
      case COMMIT -> terms.plan().holders().isEmpty() && terms.dealers().holds(message.member());
      case REVEAL -> terms.dealers().holds(message.member());
      case COMPLAINT -> terms.shape().holds(message.member());
    };
  }

  private void accept(BoardMessage message) {
    transcript.add(message.transcriptBytes());
    switch (message.kind()) {
      case COMMIT -> commit(message);
      case REVEAL -> reveal(message);
      case COMPLAINT -> complain(message);
    }
  }

  private void commit(BoardMessage message) {
    if (message.payload().size() != Hash256.BYTES) {
      fault(message, Fault.Code.BAD_ENCODING);
    } else if (commits.containsKey(message.member())) {
      fault(message, Fault.Code.REPEATED);
    } else {
      commits.put(message.member(), Hash256.of(message.payload().bytes()));
    }
  }

  private void reveal(BoardMessage message) {
    if (!revealed.add(message.member())) {
      fault(message, Fault.Code.REPEATED);
      return;
    }
    Hash256 commitment = Dealing.commitment(message.payload());
    if (terms.plan().holders().isEmpty()
        && !Objects.equals(commits.get(message.member()), commitment)) {
      fault(message, Fault.Code.COMMITMENT_MISMATCH);
      return;
    }
    switch (Dealing.read(terms, message.member(), message.payload())) {
      case Dealing.Read.Valid(Dealing dealing) -> dealings.put(message.member(), dealing);
      case Dealing.Read.Invalid(Fault.Code code) -> fault(message, code);
    }
  }

  private void complain(BoardMessage message) {
    Optional<Complaint> read = Complaint.decode(message.payload());
    if (read.isEmpty()) {
      fault(message, Fault.Code.BAD_ENCODING);
      return;
    }
    Complaint complaint = read.get();
    Dealing dealing = dealings.get(complaint.dealer());
    if (dealing == null) {
      return;
    }
    if (!complaints.add(message.member() * 256L + complaint.dealer())) {
      fault(message, Fault.Code.REPEATED);
      return;
    }
    Complaint.Parties parties = parties(dealing, message.member());
    boolean upheld =
        complaint.isProven(parties)
            && dealing
                .share(message.member(), parties.ek(), complaint.shared(), Curve::publicTimesG)
                .isEmpty();
    if (!upheld) {
      fault(message, Fault.Code.FALSE_COMPLAINT);
    } else if (refuted.add(complaint.dealer())) {
      faults.add(Fault.ofDealer(complaint.dealer(), message.seq(), Fault.Code.BAD_SHARE));
    }
  }

  private void fault(BoardMessage message, Fault.Code code) {
    Fault.Role role =
        message.kind() == BoardMessage.Kind.COMPLAINT ? Fault.Role.RECEIVER : Fault.Role.DEALER;
    faults.add(new Fault(role, message.member(), message.seq(), code));
  }

  Complaint.Parties parties(Dealing dealing, int complainant) {
    return new Complaint.Parties(
        id, dealing, complainant, terms.member(complainant).encryptionKey());
  }

  /// What it is about.
  public CeremonyTerms terms() {
    return terms;
  }

  /// Whether this dealer committed to a dealing.
  public boolean hasCommitted(int member) {
    return commits.containsKey(member);
  }

  /// Whether this dealer revealed.
  public boolean hasRevealed(int member) {
    return revealed.contains(member);
  }

  boolean hasComplained(int member, int dealer) {
    return complaints.contains(member * 256L + dealer);
  }

  /// Well-formed dealings, refuted ones included, by dealer, in the board's order.
  Map<Integer, Dealing> dealings() {
    return dealings;
  }

  /// The dealings that make the keys: all that no complaint refuted, or the first t of these in the
  /// board's order when a key is handed on. Final once the complaint window has closed.
  List<Dealing> qualifiedDealings() {
    long count =
        terms.plan().holders().map(_ -> (long) terms.dealers().threshold()).orElse(Long.MAX_VALUE);
    return dealings.values().stream()
        .filter(dealing -> !refuted.contains(dealing.dealer()))
        .limit(count)
        .toList();
  }

  /// Their dealers, in the board's order: Q, or 𝒮 when a key is handed on.
  public List<Integer> qualified() {
    return qualifiedDealings().stream().map(Dealing::dealer).toList();
  }

  /// What each of them hands over beside its share, by dealer; empty when a key is made.
  public Map<Integer, Hash256> handovers() {
    Map<Integer, Hash256> digests = new LinkedHashMap<>();
    qualifiedDealings()
        .forEach(dealing ->
            dealing.handover().ifPresent(digest -> digests.put(dealing.dealer(), digest)));
    return digests;
  }

  /// By how much a dealer's polynomial counts: once when a key is made, λᵢ when it is handed on.
  BigInteger weight(int dealer) {
    return terms.plan().holders().isEmpty()
        ? BigInteger.ONE
        : Polynomials.lagrangeAtZero(
            dealer, qualified().stream().mapToInt(Integer::intValue).toArray());
  }

  /// Who did what wrong, in the board's order; silent dealers are known once the reveal window has
  /// closed and are not among these.
  public List<Fault> faults() {
    return List.copyOf(faults);
  }

  /// H(`smartweb/v1/transcript`; cer, messages in order).
  public Hash256 transcript() {
    return TaggedHash.hash("smartweb/v1/transcript", transcript.toArray(byte[][]::new));
  }

  /// The result, to be asked for once the complaint window has closed at a final block.
  public CeremonyOutcome outcome() {
    List<Integer> dealers = qualified();
    List<Fault> all = new ArrayList<>(faults);
    for (int dealer = 1; dealer <= terms.dealers().members(); dealer++) {
      if (!revealed.contains(dealer)) {
        all.add(Fault.ofDealer(dealer, -1, Fault.Code.SILENT));
      }
    }
    if (dealers.size() < terms.dealers().threshold()) {
      return new Failed(CeremonyOutcome.Reason.TOO_FEW_DEALERS, all);
    }
    return sums(qualifiedDealings())
        .flatMap(sums -> EpochKeys.of(terms.epoch(), terms.shape(), sums))
        .filter(this::keepsTheKey)
        .<CeremonyOutcome>map(keys -> new Agreed(keys, dealers, transcript(), all))
        .orElseGet(() -> new Failed(CeremonyOutcome.Reason.IDENTITY, all));
  }

  /// A key that is handed on stays the same.
  private boolean keepsTheKey(EpochKeys next) {
    return terms
        .plan()
        .holders()
        .map(holders -> holders.keys().groupKey().equals(next.groupKey()))
        .orElse(true);
  }

  private Optional<List<GroupElement>> sums(List<Dealing> dealers) {
    List<GroupElement> sums = new ArrayList<>();
    for (int k = 0; k < terms.threshold(); k++) {
      int coefficient = k;
      Optional<GroupElement> sum =
          CurveLibrary.current()
              .sum(
                  dealers.stream()
                      .map(dealing ->
                          new GroupArithmetic.Term(
                              dealing.commitments().get(coefficient), weight(dealing.dealer())))
                      .toList());
      if (sum.isEmpty()) {
        return Optional.empty();
      }
      sums.add(sum.get());
    }
    return Optional.of(sums);
  }
}
