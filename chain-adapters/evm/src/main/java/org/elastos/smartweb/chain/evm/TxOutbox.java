// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.TxHash;

/// Port that keeps signed transactions before they are broadcast: one for each id, one for each
/// nonce of an account. What {@link #append} stored is durable when it returns. Blocks; safe from
/// many threads and processes.
public interface TxOutbox {
  /// The transaction under this id.
  Optional<Entry> find(Account account, String id);

  /// The greatest nonce that was ever stored.
  OptionalLong highestNonce(Account account);

  /// Stores the entry, unless its id or its nonce is taken.
  AppendOutcome append(Entry entry);

  /// Entries whose nonce is not yet final, in the order of their nonces.
  List<Entry> unsettled(Account account);

  /// The transaction of which this hash names a version.
  Optional<Entry> find(Account account, TxHash version);

  /// All versions of a transaction, the first one first.
  List<Version> versions(Entry entry);

  /// How long ago the newest version was stored, by the store's own clock.
  Duration age(Entry entry);

  /// Stores a replacement; false when another one has its number.
  boolean addVersion(Entry entry, Version version);

  /// Remembers that a source took the bytes.
  void markBroadcast(Account account, long nonce);

  /// Remembers that all nonces below this one are final.
  void settleBelow(Account account, long nonce);

  /// Who sends on which chain.
  record Account(ChainId chain, EvmAddress address) {}

  /// A signed transaction.
  ///
  /// @param id the caller's idempotency key
  /// @param request digest of what was asked for, so that an id cannot change its meaning
  /// @param broadcast whether a source took the bytes
  record Entry(
      Account account,
      String id,
      long nonce,
      TxHash hash,
      Hash256 request,
      Bytes signed,
      boolean broadcast) {}

  /// One of the transactions that share a nonce and a meaning and differ in their fees.
  ///
  /// @param number counts from 1, the one in the entry itself
  record Version(int number, TxHash hash, Bytes signed) {}

  /// What became of storing.
  sealed interface AppendOutcome {
    /// Durable now.
    record Stored() implements AppendOutcome {}

    /// The id was there before, with this entry; nothing was stored.
    record IdTaken(Entry earlier) implements AppendOutcome {}

    /// Another id has the nonce; nothing was stored.
    record NonceTaken() implements AppendOutcome {}
  }
}
