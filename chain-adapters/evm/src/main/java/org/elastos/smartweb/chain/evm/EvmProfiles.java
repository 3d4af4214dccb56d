// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;

/// Reads the chains of a configuration: a map from each chain's name to its settings, as a YAML or
/// JSON document gives it. A name of a built-in profile (`esc`, `eid`, `base`, `development`), or
/// `like:` one, fills in what is not said. Unknown keys are errors, with their place. The form is
/// in the specification of EVM chains.
public final class EvmProfiles {
  private EvmProfiles() {}

  /// Every chain, in the document's order.
  ///
  /// @throws EvmException `bad_chain_config` with the place, or what {@link EvmNetwork} refuses
  public static List<EvmNetwork> read(Map<String, ?> chains) {
    List<EvmNetwork> networks = new ArrayList<>();
    chains.forEach((name, value) -> networks.add(network(name, ConfigNode.of(name, value))));
    List<ChainId> ids = networks.stream().map(network -> network.profile().chain()).toList();
    if (ids.stream().distinct().count() < ids.size()) {
      throw ConfigNode.refusal("chains", "two chains have one id");
    }
    return networks;
  }

  private static EvmNetwork network(String name, ConfigNode node) {
    EvmProfile profile = profile(name, node);
    List<RpcSource> sources = new ArrayList<>();
    for (ConfigNode source : node.list("sources")) {
      sources.add(source(source));
    }
    Map<String, EvmAddress> contracts = new LinkedHashMap<>();
    node.map("contracts")
        .forEach((contract, value) -> contracts.put(contract, value.as(EvmAddress::fromHex)));
    var network = new EvmNetwork(profile, sources, node.optionalInteger("quorum"), contracts);
    node.requireAllRead();
    return network;
  }

  private static EvmProfile profile(String name, ConfigNode node) {
    String like = node.text("like", EvmProfile.byName().containsKey(name) ? name : "");
    EvmProfile base = EvmProfile.byName().get(like);
    if (base == null && !like.isEmpty()) {
      throw ConfigNode.refusal(name + ".like", "there is no such profile");
    }
    boolean known = base != null;
    EvmProfile start = base == null ? EvmProfile.ESC : base;
    long chain = known ? node.integer("chain-id", start.chain().value()) : node.integer("chain-id");
    Finality finality =
        known && !node.has("finality") ? start.finality() : finality(node.child("finality"));
    HeaderNaming naming =
        switch (node.text("block-names", start.naming().name().toLowerCase(Locale.ROOT))) {
          case "recomputed" -> HeaderNaming.RECOMPUTED;
          case "compared" -> HeaderNaming.COMPARED;
          default -> throw ConfigNode.refusal(name + ".block-names", "is recomputed or compared");
        };
    boolean independent = node.bool("independent", start.independent());
    return new EvmProfile(
        name,
        node.positive("chain-id", chain, ChainId::new),
        independent,
        finality,
        naming,
        fees(node.child("fees"), start.fees()),
        reads(node.child("reads"), start.reads()));
  }

  private static Finality finality(ConfigNode node) {
    if (node.isText("finalized")) {
      return new Finality.Tag();
    }
    var depth = new Finality.Depth((int) node.integer("depth"));
    node.requireAllRead();
    return depth;
  }

  private static FeePolicy fees(ConfigNode node, FeePolicy usual) {
    var fees =
        new FeePolicy(
            gwei(node, "min-tip-gwei", usual.minTip()),
            gwei(node, "max-tip-gwei", usual.maxTip()),
            gwei(node, "max-price-gwei", usual.maxPrice()),
            node.integer("max-gas", usual.maxGas()));
    node.requireAllRead();
    return fees;
  }

  private static BigInteger gwei(ConfigNode node, String key, BigInteger usual) {
    return node.has(key)
        ? node.child(key).as(text -> new BigDecimal(text).movePointRight(9).toBigIntegerExact())
        : usual;
  }

  private static ReadPolicy reads(ConfigNode node, ReadPolicy usual) {
    var reads =
        new ReadPolicy(
            Duration.ofSeconds(node.integer("max-age-seconds", usual.maxAge().toSeconds())),
            Duration.ofMillis(node.integer("timeout-millis", usual.timeout().toMillis())),
            (int) node.integer("max-response-bytes", usual.maxResponseBytes()),
            (int) node.integer("log-range", usual.logRange()));
    node.requireAllRead();
    return reads;
  }

  private static RpcSource source(ConfigNode node) {
    var limits =
        new SourceLimits(
            node.decimal("requests-per-second", SourceLimits.NONE.requestsPerSecond()),
            (int) node.integer("burst", SourceLimits.NONE.burst()),
            (int) node.integer("batch", SourceLimits.NONE.batch()));
    RpcSource source =
        node.child("url")
            .as(url -> new RpcSource(node.text("name", host(url)), URI.create(url), limits));
    node.requireAllRead();
    return source;
  }

  private static String host(String url) {
    return String.valueOf(URI.create(url).getHost());
  }
}
