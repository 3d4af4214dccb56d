// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Why a licence node refuses; the text is stable and goes on the wire with the HTTP status.
public enum RefusalCode {
  /// A size, an encoding or a field is not exactly as specified.
  BAD_ENCODING(400),
  /// A version or suite that this node does not speak.
  UNSUPPORTED_VERSION(400),
  /// A delegation that is not word for word one for licences, or exceeds its limits.
  BAD_DELEGATION(400),
  /// A session that exceeds its delegation or its limits.
  BAD_SESSION(400),
  /// The wallet is a contract that does not answer as ERC-1271 wants.
  UNSUPPORTED_WALLET(403),
  /// The session is not open at this node; open it again.
  UNKNOWN_SESSION(401),
  /// Session or delegation is not valid at this time.
  SESSION_EXPIRED(401),
  /// The delegation or its device was revoked.
  REVOKED(403),
  /// A signature is not by whom it should be.
  BAD_SIGNATURE(401),
  /// The request's time is more than 120 seconds off.
  CLOCK_SKEW(401),
  /// The nonce was seen before.
  REPLAY(409),
  /// Encrypted to another committee's key.
  WRONG_COMMITTEE(409),
  /// This node holds no active share of the epoch that the board shows.
  NOT_ACTIVE(503),
  /// The core is not that of the asset.
  ASSET_MISMATCH(400),
  /// The terms are not the creator's, not of this asset, or not those of the header.
  BAD_STATEMENT(403),
  /// The header's proof does not hold for this asset and policy.
  BAD_CIPHERTEXT(400),
  /// Outside what delegation or session allow.
  OUT_OF_SCOPE(403),
  /// The operator blocks this asset or wallet; his public log says why.
  BLOCKED_BY_OPERATOR(403),
  /// No way of the policy grants it.
  NOT_OWNER(403),
  /// The right holds at the newest block but not yet at the final one.
  NOT_FINAL_YET(403),
  /// The right has ended, or the time for which the policy gives licences.
  EXPIRED(403),
  /// The unit may still be given back for its money; accept the purchase, or wait for the window's
  /// end.
  REFUNDABLE(403),
  /// The policy gives no offline lease in this way.
  NO_LEASE(403),
  /// Nothing keeps the unit with its holder while an offline lease runs; lock it first.
  NOT_LOCKED(403),
  /// The newest agreed block is too old.
  STALE_NODE(503),
  /// The chain's sources contradict each other.
  SOURCES_DISAGREE(503),
  /// Too few of the chain's sources answer.
  SOURCES_UNAVAILABLE(503),
  /// Too many requests of this session, wallet or address, or for this asset.
  RATE_LIMITED(429),
  /// The node is about to stop; ask another, or this one in a moment.
  DRAINING(503),
  /// The audit cannot be written, so nothing is given.
  AUDIT_UNAVAILABLE(503);

  private final int httpStatus;

  RefusalCode(int httpStatus) {
    this.httpStatus = httpStatus;
  }

  /// The stable text.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The HTTP status that goes with it.
  public int httpStatus() {
    return httpStatus;
  }

  /// The code of a text, if this release knows it.
  public static Optional<RefusalCode> of(String text) {
    return Arrays.stream(values()).filter(code -> code.text().equals(text)).findFirst();
  }
}
