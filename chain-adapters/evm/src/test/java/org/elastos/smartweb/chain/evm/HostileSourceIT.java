// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.Reading.Code;
import org.elastos.smartweb.chain.Reading.SourceAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// A source may answer anything: it hurts nobody but itself.
class HostileSourceIT extends ChainFixture {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "42",
        "<html>rate limited</html>",
        "{\"jsonrpc\":\"2.0\",\"id\":%s,\"result\":null}",
        "{\"jsonrpc\":\"2.0\",\"id\":%s,\"result\":{\"a\":1}}",
        "{\"jsonrpc\":\"2.0\",\"id\":%s,\"result\":[\"0x1\"]}",
        "{\"jsonrpc\":\"2.0\",\"id\":%s,\"result\":\"-0x1\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":%s,\"result\":\"0x\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":%s,\"result\":\"0x1ffffffffffffffff0000000000000000000000000"
            + "00000000000000000000000000000000000\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":\"0x1\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":%s,\"error\":\"no\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":%s,\"error\":{\"code\":-32005,\"message\":\"limit\"}}"
      })
  void nonsenseFailsOnlyItsSource(String nonsense) {
    RpcProxy bad = proxy();
    QuorumEvmChain pair = chain(bad, proxy());
    QuorumEvmChain three = chain(bad, proxy(), proxy());
    BlockRef at = newest(pair);
    bad.behaving((request, _) ->
        RpcProxy.Reply.text(200, nonsense.replace("%s", request.get("id").toString())));
    unknown(pair.balance(probe.address(), at), Code.SOURCES_UNAVAILABLE);
    unknown(pair.heads(), Code.SOURCES_UNAVAILABLE);
    unknown(pair.logs(events(at)), Code.SOURCES_UNAVAILABLE);
    assertThat(agreed(three.balance(probe.address(), at))).isZero();
  }

  @Test
  void hostileTransportFailsOnlyItsSource() {
    BlockRef at = newest(chain(proxy(), proxy()));
    String huge = "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"0x" + "0".repeat(2 << 20) + "\"}";
    for (RpcProxy bad :
        List.of(
            proxy().answering(200, huge),
            proxy().answering(200, "[".repeat(200_000)),
            proxy().answering(200, "{\"id\":" + "9".repeat(100_000) + "}"),
            proxy().answering(500, "{}"),
            proxy().answering(307, ""))) {
      unknown(chain(bad, proxy()).balance(probe.address(), at), Code.SOURCES_UNAVAILABLE);
      assertThat(bad.requests()).isEqualTo(1);
    }
  }

  @Test
  void aSourceOfAnotherChainIsNotCounted() {
    QuorumEvmChain chain = chain(proxy().lying("eth_chainId", text("0x1")), proxy());
    assertThat(unknown(chain.heads(), Code.SOURCES_UNAVAILABLE).answers())
        .extracting(SourceAnswer::detail)
        .contains("serves another chain");
  }

  @Test
  void eventsThatWereNotAskedForFailTheirSource() {
    BlockRef at = newest(chain(proxy(), proxy()));
    for (UnaryOperator<JsonNode> lie :
        List.<UnaryOperator<JsonNode>>of(
            changed("address", "0x" + "11".repeat(20)),
            changed("blockNumber", "0xffffff"),
            logs -> ((ArrayNode) logs).add(logs.get(0)))) {
      RpcProxy liar = proxy().lying("eth_getLogs", lie);
      unknown(chain(liar, proxy()).logs(events(at)), Code.SOURCES_UNAVAILABLE);
    }
  }
}
