// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.fetch;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// Something that went another way than it should while fetching, and the peer that it concerns.
///
/// @param block the block that was asked for
/// @param index its place among the file's leaves, for a leaf
public record FetchEvent(
    Kind kind,
    String provider,
    Optional<String> block,
    OptionalLong index,
    String detail,
    Instant at) {
  /// What happened.
  public enum Kind {
    /// The peer's bytes have another hash than the block's name: it lied or is broken.
    BAD_BLOCK,
    /// The peer did not answer, or not with a block.
    PEER_FAILED,
    /// From here on this peer is asked.
    PEER_CHANGED,
    /// The job was taken up again with what lay on the disk.
    RESUMED;

    /// The stable code.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind ofCode(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }
}
