// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import org.elastos.smartweb.chain.Bytes;

/// What a member has to do next in a ceremony.
public sealed interface CeremonyAction {
  /// Look at the board again at its next block.
  record Wait() implements CeremonyAction {}

  /// Post this message.
  record Post(BoardMessage.Kind kind, Bytes payload) implements CeremonyAction {}

  /// Store the share durably, then post the confirmation.
  record Confirm(Confirmation confirmation, KeyShare share) implements CeremonyAction {}

  /// The epoch is active. `share` is this member's own, to be stored if it is not yet.
  record Finished(EpochKeys keys, KeyShare share) implements CeremonyAction {}

  /// This member cannot take part; `reason` is a stable code.
  record Stopped(Reason reason) implements CeremonyAction {}

  /// Why a member cannot take part.
  enum Reason {
    /// A registered encryption key has no valid proof of possession.
    UNPROVEN_KEY,
    /// The ceremony failed on the board or has no outcome.
    CEREMONY_FAILED,
    /// The committee must not follow the running one (decision B4), whatever the board says.
    UNLAWFUL_COMMITTEE,
    /// This member's share does not lie on the agreed polynomial; it must never activate.
    SHARE_REFUSED
  }
}
