// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.Hpke;

/// The sessions open at this node, in its memory only: each has the context that its answers are
/// sealed with.
///
/// Wallets cost nothing, so strangers can open any number of sessions. Those that were never
/// granted a licence share a room of their own, in which the oldest makes way; they never displace
/// one that was. In a full room those that ended make way first. Each wallet has a number of
/// sessions, of which its own oldest makes way: without the wallet's signature nobody opens one for
/// it. Nobody is ever refused; who was displaced is told `unknown_session` and opens again. Safe
/// for many threads.
///
/// Any right counts, also one to a work that costs nothing: whoever moves it through many wallets
/// can fill the room of the licensed as well. That costs the gas of as many transfers, and others
/// an opening more.
final class OpenSessions {
  private final Limits limits;

  /// In the order of opening.
  private final Map<Hash256, OpenSession> untried = new LinkedHashMap<>();

  /// In the order of last use.
  private final Map<Hash256, OpenSession> licensed = new LinkedHashMap<>(16, 0.75f, true);

  private final Map<EvmAddress, Set<Hash256>> byWallet = new HashMap<>();

  OpenSessions(Limits limits) {
    this.limits = limits;
  }

  /// How many sessions are kept: of one wallet, without a licence so far, and with one.
  record Limits(int perWallet, int untried, int licensed) {
    static final Limits STANDARD = new Limits(64, 8_192, 8_192);
  }

  /// A session with its delegation and the epoch that its context is bound to.
  ///
  /// @param answer what the opening was answered with
  record OpenSession(
      Session session,
      Delegation delegation,
      long epoch,
      int index,
      Hpke.Sender context,
      Bytes answer) {
    SecretBytes export(byte[] info) {
      synchronized (context) {
        return context.export(info, 32);
      }
    }

    EvmAddress wallet() {
      return delegation.signer().wallet();
    }
  }

  /// Keeps a session. One that is open in this epoch already stays as it is, so that whoever
  /// replays an opening changes nothing for its home.
  ///
  /// @return the one that is kept
  synchronized OpenSession add(OpenSession opened, Instant now) {
    Hash256 hash = opened.session().hash();
    Optional<OpenSession> known = find(hash).filter(old -> old.epoch() == opened.epoch());
    if (known.isPresent()) {
      return known.get();
    }
    remove(hash);
    Set<Hash256> ofWallet = byWallet.getOrDefault(opened.wallet(), Set.of());
    if (ofWallet.size() >= limits.perWallet()) {
      remove(ofWallet.iterator().next());
    }
    makeRoom(untried, limits.untried(), now);
    untried.put(hash, opened);
    byWallet.computeIfAbsent(opened.wallet(), wallet -> new LinkedHashSet<>()).add(hash);
    return opened;
  }

  synchronized Optional<OpenSession> find(Hash256 hash) {
    OpenSession known = licensed.get(hash);
    return Optional.ofNullable(known == null ? untried.get(hash) : known);
  }

  /// A right was found for this session: strangers displace it no more.
  synchronized void licensed(Hash256 hash, Instant now) {
    OpenSession known = untried.remove(hash);
    if (known != null) {
      makeRoom(licensed, limits.licensed(), now);
      licensed.put(hash, known);
    }
  }

  private void makeRoom(Map<Hash256, OpenSession> room, int limit, Instant now) {
    if (room.size() < limit) {
      return;
    }
    List<Hash256> ended =
        room.values().stream()
            .map(OpenSession::session)
            .filter(session -> !session.window().to().isAfter(now))
            .map(Session::hash)
            .toList();
    ended.forEach(this::remove);
    if (room.size() >= limit) {
      remove(room.keySet().iterator().next());
    }
  }

  private void remove(Hash256 hash) {
    OpenSession first = untried.remove(hash);
    OpenSession gone = first == null ? licensed.remove(hash) : first;
    if (gone != null) {
      byWallet.computeIfPresent(
          gone.wallet(),
          (wallet, hashes) -> {
            hashes.remove(hash);
            return hashes.isEmpty() ? null : hashes;
          });
    }
  }
}
