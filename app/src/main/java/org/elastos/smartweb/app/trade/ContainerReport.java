// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.trade;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.elastos.smartweb.ddrm.Committee;
import org.elastos.smartweb.ddrm.Condition;
import org.elastos.smartweb.ddrm.Core;
import org.elastos.smartweb.ddrm.DdrmReader;
import org.elastos.smartweb.ddrm.Envelope;
import org.elastos.smartweb.ddrm.PolicyText;
import org.elastos.smartweb.ddrm.Terms;
import org.elastos.smartweb.ddrm.Way;

/// What anybody can see of a container, by name, for programs. Stateless.
public final class ContainerReport {
  private ContainerReport() {}

  /// Describes an open container; reads it whole to say whether it is.
  public static Map<String, Object> of(DdrmReader reader) {
    Core core = reader.core();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("asset", core.assetId().toString());
    reader
        .face()
        .ifPresent(face -> {
          map.put("name", face.name());
          map.put("language", face.language());
        });
    map.put("creator", core.pre().creator().toString());
    map.put("mediaType", core.pre().type());
    map.put("length", core.length());
    map.put("fileLength", core.fileLength());
    map.put("slot", core.pre().slot());
    map.put("records", core.records());
    map.put("root", core.root().toString());
    map.put("whole", reader.isWhole());
    map.put("statements", reader.header().statements().size());
    map.put("envelopes", reader.envelopes().stream().map(ContainerReport::envelope).toList());
    reader.terms().ifPresent(terms -> map.put("terms", terms(terms)));
    return map;
  }

  private static Map<String, Object> terms(Terms terms) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("seq", terms.place().seq());
    map.put("policyHash", terms.policy().hash().toString());
    map.put("ways", terms.policy().ways().stream().map(ContainerReport::way).toList());
    Map<String, Object> renderers = new LinkedHashMap<>();
    terms.rendering().renderers().forEach((app, least) -> renderers.put(app.toString(), least));
    map.put("renderers", renderers);
    map.put("outputs", terms.rendering().outputs());
    map.put("committees", terms.committees().stream().map(ContainerReport::committee).toList());
    return map;
  }

  private static Map<String, Object> way(Way way) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("condition", condition(way.condition()));
    map.put("playSeconds", way.grant().playSeconds());
    if (way.grant().rentalSeconds() > 0) {
      map.put("rentalSeconds", way.grant().rentalSeconds());
    }
    if (way.grant().leaseSeconds() > 0) {
      map.put("leaseSeconds", way.grant().leaseSeconds());
    }
    map.put("freshness", way.freshness().code());
    return map;
  }

  private static Map<String, Object> condition(Condition condition) {
    return switch (condition) {
      case Condition.HoldsEdition held -> {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("edition", held.edition().toString());
        map.put("chainId", held.chain().value());
        map.put("channel", held.channel().toString());
        yield map;
      }
      case Condition.AllOf(var members) -> Map.of("all", conditions(members));
      case Condition.AnyOf(var members) -> Map.of("any", conditions(members));
      case Condition.AtLeast(int k, var members) -> Map.of("least", k, "of", conditions(members));
      case Condition.Not(var member) -> Map.of("not", condition(member));
      case Condition.Leaf other -> Map.of("condition", PolicyText.of(other));
    };
  }

  private static List<Map<String, Object>> conditions(List<Condition> members) {
    return members.stream().map(ContainerReport::condition).toList();
  }

  private static Map<String, Object> committee(Committee committee) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("groupKey", committee.groupKey().toString());
    map.put("chainId", committee.chain().value());
    map.put("contract", committee.contract().toString());
    return map;
  }

  private static Map<String, Object> envelope(Envelope envelope) {
    String kind =
        switch (envelope.kind()) {
          case Envelope.THRESHOLD -> "threshold";
          case Envelope.RECOVERY -> "recovery";
          case Envelope.PASSPHRASE -> "passphrase";
          case Envelope.DEVICE -> "device";
          default -> "unknown";
        };
    return Map.of("kind", kind, "bytes", envelope.body().size());
  }
}
