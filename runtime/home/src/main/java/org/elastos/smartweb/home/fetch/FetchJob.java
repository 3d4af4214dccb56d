// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.fetch;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// A work on its way from peers to the tree. Immutable snapshot.
///
/// @param cid the root of its blocks, as text
/// @param name what it will be called in the owner's tree
/// @param providers peers to ask, in this order
/// @param bytes verified bytes on the disk
/// @param total the file's length, once the root block is known
/// @param path its name in the tree, once it stands there
public record FetchJob(
    UUID id,
    String cid,
    String name,
    List<URI> providers,
    State state,
    long bytes,
    OptionalLong total,
    Optional<String> path,
    Optional<Failure> failure,
    List<FetchEvent> events,
    Instant createdAt,
    Instant updatedAt) {
  /// Keeps copies.
  public FetchJob {
    providers = List.copyOf(providers);
    events = List.copyOf(events);
  }

  /// How far it is.
  public enum State {
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    /// The stable code.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State ofCode(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /// Why a job ended without its file; `code` is stable.
  public record Failure(String code, String detail) {}
}
