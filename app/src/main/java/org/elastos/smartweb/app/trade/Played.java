// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.trade;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.elastos.smartweb.home.play.PlayStatus;

/// A work that was played to its end, and how its key came.
///
/// @param bytes of sound that were written, a header included
/// @param waited for a purchase to become final
public record Played(PlayStatus status, long bytes, Duration waited, Duration took) {
  /// What each node did, of those that did this: `answered`, `bad`, `refused`, `silent` and so on.
  public List<PlayStatus.NodeEvidence> nodes(String result) {
    return status.license().nodes().stream().filter(node -> node.result().equals(result)).toList();
  }

  /// By name, for programs.
  public Map<String, Object> asMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("path", status.path());
    map.put("asset", status.assetId().toString());
    map.put("wallet", status.wallet().toString());
    map.put("renderer", renderer(status.renderer()));
    map.put("license", license(status.license()));
    status
        .format()
        .ifPresent(format -> {
          map.put("rate", format.rate());
          map.put("channels", format.channels());
        });
    map.put("pcmBytes", status.pcmBytes());
    map.put("written", bytes);
    map.put("timings", timings());
    return map;
  }

  private Map<String, Object> timings() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("waitedMillis", waited.toMillis());
    map.put("openMillis", status.timings().open());
    map.put("capsuleMillis", status.timings().capsule());
    map.put("licenseMillis", status.timings().license());
    map.put("totalMillis", took.toMillis());
    return map;
  }

  private static Map<String, Object> renderer(PlayStatus.Renderer renderer) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", renderer.name());
    map.put("appId", renderer.appId().toString());
    map.put("release", renderer.release());
    map.put("releaseId", renderer.releaseId().toString());
    return map;
  }

  private static Map<String, Object> license(PlayStatus.LicenseEvidence license) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("groupKey", license.groupKey().toString());
    map.put("epoch", license.epoch());
    map.put("needed", license.needed());
    map.put("nodes", license.nodes().stream().map(PlayStatus.NodeEvidence::asMap).toList());
    return map;
  }
}
