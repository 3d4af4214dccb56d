// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.trade;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.elastos.smartweb.home.content.ShelvedWork;
import org.elastos.smartweb.home.fetch.FetchEvent;
import org.elastos.smartweb.home.fetch.FetchJob;

/// A work that a home fetched, and what happened on the way.
public record Fetched(ShelvedWork work, FetchJob job, Duration took) {
  /// The events of one kind, such as blocks that a peer lied about.
  public List<FetchEvent> events(FetchEvent.Kind kind) {
    return job.events().stream().filter(event -> event.kind() == kind).toList();
  }

  /// By name, for programs.
  public Map<String, Object> asMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("path", work.path().toString());
    map.put("cid", work.cid());
    map.put("asset", work.assetId().toString());
    map.put("title", work.title());
    map.put("mediaType", work.mediaType());
    map.put("bytes", work.size());
    map.put("providers", job.providers().stream().map(Object::toString).toList());
    map.put("events", job.events().stream().map(Fetched::asMap).toList());
    map.put("seconds", took.toMillis() / 1000.0);
    return map;
  }

  private static Map<String, Object> asMap(FetchEvent event) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("kind", event.kind().code());
    map.put("provider", event.provider());
    event.block().ifPresent(block -> map.put("block", block));
    event.index().ifPresent(index -> map.put("index", index));
    map.put("detail", event.detail());
    return map;
  }
}
