// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain;

import java.util.Optional;

/// How one source is doing.
///
/// @param agrees whether it showed our best block, when it was asked last
/// @param claimedHeight how far it says that its chain goes
/// @param failure of the last question; of a dropped source, why it was dropped
/// @param dropped whether it is asked no more
/// @param awaited whether it may soon bring something new: it was not asked yet, did so last time,
///   or failed only once or twice since. What it claims without showing it is not waited for
public record SourceStatus(
    String name,
    boolean agrees,
    Optional<Long> claimedHeight,
    Optional<SourceFailure> failure,
    boolean dropped,
    boolean awaited) {
  /// A source that was not asked yet.
  public static SourceStatus unasked(String name) {
    return new SourceStatus(name, false, Optional.empty(), Optional.empty(), false, true);
  }
}
