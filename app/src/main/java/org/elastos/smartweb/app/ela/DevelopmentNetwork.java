// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.ela;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.verify.ArbiterSet;
import org.elastos.smartweb.chain.ela.verify.ChainPoint;
import org.elastos.smartweb.chain.ela.verify.ConsensusState;
import org.elastos.smartweb.chain.ela.verify.ElaNetwork;
import org.elastos.smartweb.chain.ela.verify.WorkRules;
import org.elastos.smartweb.chain.mainchain.ChainOrigin;
import org.elastos.smartweb.chain.mainchain.p2p.PeerNetwork;
import org.elastos.smartweb.chain.mainchain.sync.Origins;

/// The network of an ELA development node on this machine, as the node itself describes it. Only
/// for development: whoever answers decides what is verified. Stateless.
public final class DevelopmentNetwork {
  /// What it is called.
  public static final String NAME = "development";

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST_BYTES = 1 << 20;
  private static final int HEXADECIMAL = 16;
  private static final int RETARGET = 720;
  private static final long TIMESPAN = 86_400;
  private static final int FACTOR = 4;
  private static final long SILENCE = 43_200;
  private static final long SHORT_SILENCE = 7_200;
  private static final String QUESTION =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"dev_parameters\",\"params\":{}}";

  private DevelopmentNetwork() {}

  /// Asks a node on loopback.
  ///
  /// @throws CommandFailure `not_a_development_node`
  public static FollowedNetwork at(URI rpc) throws InterruptedException {
    try {
      if (!InetAddress.getByName(rpc.getHost()).isLoopbackAddress()) {
        throw none("a development node is on this machine only");
      }
      JsonNode answer = ask(rpc);
      JsonNode result = answer.path("result");
      if (!result.path("development").asBoolean()) {
        throw none("it does not say that it is one");
      }
      return read(result);
    } catch (IOException | IllegalArgumentException e) {
      throw none(String.valueOf(e.getMessage()));
    }
  }

  private static JsonNode ask(URI rpc) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(rpc)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(QUESTION))
            .build();
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        InputStream body = http.send(request, BodyHandlers.ofInputStream()).body()) {
      return new ObjectMapper().readTree(body.readNBytes(MOST_BYTES));
    }
  }

  private static FollowedNetwork read(JsonNode node) {
    ChainPoint start = Origins.genesis(ElaNetwork.REGNET).point();
    if (!Hash256.fromHex(node.path("genesis").asText()).equals(start.hash())) {
      throw none("it stands on another genesis block");
    }
    long confirms = node.path("confirmsfrom").asLong();
    ElaNetwork rules =
        new ElaNetwork(
            NAME,
            start.hash(),
            node.path("chainid").asInt(),
            new WorkRules(
                Long.parseLong(node.path("bits").asText(), HEXADECIMAL),
                RETARGET,
                TIMESPAN,
                FACTOR),
            new ElaNetwork.BposRules(
                node.path("seats").asInt(),
                confirms,
                confirms,
                confirms,
                SILENCE,
                ElaNetwork.NEVER,
                SHORT_SILENCE),
            new ElaNetwork.CrossChainRules(
                node.path("xfrozenfrom").asLong(),
                node.path("xrestrictedfrom").asLong(),
                node.path("agreement").asInt(),
                node.path("depositfee").asLong()));
    ArbiterSet arbiters = new ArbiterSet(keys(node, "arbiters"), keys(node, "council"));
    return new FollowedNetwork(
        rules,
        new PeerNetwork(NAME, node.path("magic").asLong(), PeerNetwork.REGNET.port()),
        new ChainOrigin(NAME, withArbiters(start, arbiters)));
  }

  private static ChainPoint withArbiters(ChainPoint start, ArbiterSet arbiters) {
    return new ChainPoint(
        start.height(),
        start.hash(),
        start.previous(),
        start.bits(),
        start.totalWork(),
        start.windowStart(),
        start.times(),
        ConsensusState.starting(Optional.of(arbiters)));
  }

  private static List<Bytes> keys(JsonNode node, String name) {
    List<Bytes> keys = new ArrayList<>();
    node.path(name).forEach(key -> keys.add(Bytes.fromHex(key.asText())));
    return keys;
  }

  private static CommandFailure none(String why) {
    return new CommandFailure(
        "not_a_development_node",
        "no ELA development node answers there: " + why,
        "start one with ./smartweb up or smartweb ela-devnode, and name its RPC address first");
  }
}
