// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmCall;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.LogFilter;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.chain.Reading.Agreed;
import org.elastos.smartweb.chain.Reading.Code;
import org.elastos.smartweb.chain.Reading.Unknown;
import org.elastos.smartweb.chain.TxHash;
import org.elastos.smartweb.chain.devnet.SharedAnvil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Sources with a proxy each before the one real chain of this JVM, and a contract to read.
abstract class ChainFixture {
  static final Duration TIMEOUT = Duration.ofSeconds(2);
  static final Hash256 WORD = Hash256.fromUint(BigInteger.valueOf(42));
  static URI node;
  static ProbeContract probe;
  static TxHash emitted;

  private final List<AutoCloseable> opened = new ArrayList<>();

  @BeforeAll
  static void deploy() {
    node = SharedAnvil.get().url();
    probe = ProbeContract.deploy(node);
    emitted = probe.emit(node, WORD);
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : opened.reversed()) {
      each.close();
    }
  }

  RpcProxy proxy() {
    RpcProxy proxy = new RpcProxy(node);
    opened.add(proxy);
    return proxy;
  }

  QuorumEvmChain chain(RpcProxy... proxies) {
    var reads = new ReadPolicy(Duration.ofSeconds(15), TIMEOUT, 1 << 20, 2_000);
    return new QuorumEvmChain(
        open(EvmProfile.DEVELOPMENT.withReads(reads), proxies), InstantSource.system());
  }

  EvmSources open(EvmProfile profile, RpcProxy... proxies) {
    List<RpcSource> sources = new ArrayList<>();
    for (RpcProxy proxy : proxies) {
      sources.add(new RpcSource("source-" + sources.size(), proxy.url()));
    }
    return closing(EvmSources.open(profile, sources));
  }

  EvmSources closing(EvmSources sources) {
    opened.add(sources);
    return sources;
  }

  QuorumEvmChain with(RpcProxy liar, String method, UnaryOperator<JsonNode> lie) {
    return chain(liar.lying(method, lie), proxy());
  }

  static EvmCall emit() {
    return new EvmCall(probe.address(), Bytes.of(WORD.bytes()));
  }

  static LogFilter events(BlockRef to) {
    return new LogFilter(
        List.of(probe.address()), List.of(WORD), Math.max(0, to.number() - 300), to.number());
  }

  static long height() {
    return Wire.count(JsonRpc.ask(node, "eth_blockNumber").asString());
  }

  static BlockRef newest(QuorumEvmChain chain) {
    return agreed(chain.heads()).newest();
  }

  static <T> T agreed(Reading<T> reading) {
    assertThat(reading).isInstanceOf(Agreed.class);
    return reading.agreed().orElseThrow();
  }

  static Unknown<?> unknown(Reading<?> reading, Code code) {
    return assertThat(reading)
        .asInstanceOf(InstanceOfAssertFactories.type(Unknown.class))
        .matches(unknown -> unknown.code() == code, "has code " + code)
        .actual();
  }

  static Duration elapsed(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  static UnaryOperator<JsonNode> text(String lie) {
    return _ -> StringNode.valueOf(lie);
  }

  static UnaryOperator<JsonNode> put(String field, String lie) {
    return result -> result.isObject() ? ((ObjectNode) result).put(field, lie) : result;
  }

  static UnaryOperator<JsonNode> changed(String field, String lie) {
    return logs -> {
      ((ObjectNode) logs.get(0)).put(field, lie);
      return logs;
    };
  }

  static JsonNode empty() {
    return JsonRpc.JSON.createArrayNode();
  }
}
