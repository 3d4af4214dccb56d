// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.play;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;

/// A player session as its owner may see it: what plays, how it came to its key, and how far it is.
/// Holds no key, no content. Immutable snapshot.
///
/// @param path the work's name in the tree
/// @param renderer the capsule that decodes it
/// @param license how the key was obtained
/// @param format of the sound, once the capsule announced it
/// @param pcmBytes handed to the listener so far
/// @param failure why it ended before its time
public record PlayStatus(
    UUID id,
    State state,
    String path,
    Hash256 assetId,
    EvmAddress wallet,
    Renderer renderer,
    LicenseEvidence license,
    Timings timings,
    Optional<PcmFormat> format,
    long pcmBytes,
    Optional<Failure> failure) {
  /// How far it is.
  public enum State {
    /// The capsule decodes, or waits for its listener.
    PLAYING,
    /// The capsule gave everything; the key is wiped.
    FINISHED,
    /// The owner ended it; the key is wiped.
    ENDED,
    /// It broke off; the key is wiped.
    FAILED;

    /// The stable code.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The capsule that was verified and loaded for this session.
  public record Renderer(Hash256 appId, long release, Hash256 releaseId, String name) {}

  /// What the licence network answered.
  ///
  /// @param groupKey which committee (gk)
  /// @param needed verified answers that it takes
  public record LicenseEvidence(
      Hash256 groupKey, long epoch, int needed, List<NodeEvidence> nodes) {
    /// Keeps a copy.
    public LicenseEvidence {
      nodes = List.copyOf(nodes);
    }
  }

  /// What one node did.
  ///
  /// @param result `answered`, `bad`, `useless`, `refused`, `silent` or `unused`
  /// @param code why, as a stable code; `ok` for an answer that was verified
  /// @param evidence signed proof that anybody can check, base64, for a bad node
  public record NodeEvidence(
      int index, String endpoint, String result, String code, Optional<String> evidence) {
    /// The same by name, for refusals.
    public Map<String, Object> asMap() {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("index", index);
      map.put("endpoint", endpoint);
      map.put("result", result);
      map.put("code", code);
      evidence.ifPresent(proof -> map.put("evidence", proof));
      return map;
    }
  }

  /// Milliseconds spent opening and checking the file, verifying the capsule, and getting the key.
  public record Timings(long open, long capsule, long license) {}

  /// Why it broke off; `code` is stable.
  public record Failure(String code, String detail) {}
}
