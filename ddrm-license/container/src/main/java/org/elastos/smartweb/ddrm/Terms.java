// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.cbor.CborException;
import org.elastos.smartweb.cbor.CborMap;
import org.elastos.smartweb.cbor.CborMapBuilder;

/// Who may have the key, what may open it, and which committees guard it. Renderers map an
/// application to the lowest release that may open the work; outputs are ordered words.
public record Terms(Place place, Policy policy, Rendering rendering, List<Committee> committees)
    implements StatementBody {
  static final String KIND = "terms";
  private static final int MAX_ITEMS = 64;
  private static final int MAX_OUTPUT_BYTES = 64;

  /// What may open the work and where it may send what it makes: applications with their lowest
  /// release, and outputs, ordered.
  public record Rendering(SortedMap<AppId, Long> renderers, List<String> outputs) {
    /// Orders both.
    public Rendering {
      renderers = Collections.unmodifiableSortedMap(new TreeMap<>(renderers));
      outputs = Limits.ordered(outputs, Cbor::of);
    }
  }

  /// Orders the committees.
  public Terms {
    committees = Limits.ordered(committees, Committee::toCbor);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Cbor toCbor() {
    CborMapBuilder renderers = Cbor.map();
    rendering.renderers.forEach((app, release) -> renderers.put(app.hash().hex(), release));
    return StatementBody.open(this)
        .put("policy", policy.toCbor())
        .put("renderers", renderers.build())
        .put("outputs", Cbor.array(rendering.outputs.stream().map(Cbor::of).toList()))
        .put("committees", Cbor.array(committees.stream().map(Committee::toCbor).toList()))
        .build();
  }

  static Terms read(Place place, CborMap map) {
    Policy policy = Policy.fromCbor(map.value("policy"));
    Rendering rendering = new Rendering(renderers(map.map("renderers")), outputs(map));
    return new Terms(
        place,
        policy,
        rendering,
        list(map, "committees").stream().map(Committee::fromCbor).toList());
  }

  private static List<String> outputs(CborMap map) {
    return list(map, "outputs").stream()
        .map(item -> Limits.text(item.asText(), MAX_OUTPUT_BYTES))
        .toList();
  }

  private static SortedMap<AppId, Long> renderers(CborMap map) {
    SortedMap<AppId, Long> renderers = new TreeMap<>();
    if (map.remaining().size() > MAX_ITEMS) {
      throw new CborException("a statement lists too much");
    }
    for (String key : map.remaining()) {
      if (!key.matches("[0-9a-f]{64}")) {
        throw new CborException("an application id is 64 lower-case digits");
      }
      long release = map.uint(key);
      if (release > 0xffff_ffffL) {
        throw new CborException("a release number has 32 bits");
      }
      renderers.put(AppId.fromHex(key), release);
    }
    return renderers;
  }

  private static List<Cbor> list(CborMap map, String key) {
    List<Cbor> items = map.array(key);
    if (items.size() > MAX_ITEMS) {
      throw new CborException("a statement lists too much");
    }
    Limits.requireOrdered(items);
    return items;
  }
}
