// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import org.elastos.smartweb.chain.ela.ElaHash;
import org.elastos.smartweb.chain.ela.tx.DposBlock;
import org.elastos.smartweb.chain.mainchain.BlockSource.Fetched;
import org.elastos.smartweb.chain.mainchain.ChainPosition;
import org.elastos.smartweb.chain.mainchain.SourceFailure;
import org.elastos.smartweb.chain.mainchain.SourceFailure.Code;
import org.elastos.smartweb.chain.mainchain.TestBlocks;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Answers of another shape than asked for, chains that change while they are asked for, and links
/// that are too slow for a whole batch.
@Timeout(60)
class RpcHostileAnswersTest {
  private static final RpcLimits LIMITS = new RpcLimits(Duration.ofMillis(1_500), 1 << 20, 8);

  private final TestBlocks mint = TestBlocks.confirmed(5);
  private final List<DposBlock> blocks = mint.chain(mint.root(), 20);
  private final List<ChainPosition> root = List.of(mint.root());
  private @Nullable FakeNode node;
  private @Nullable MainchainRpc rpc;

  @AfterEach
  void close() {
    if (rpc != null) {
      rpc.close();
    }
    if (node != null) {
      node.close();
    }
  }

  @Test
  void aTreeWhereAPlainValueIsDueEndsAtItsFirstBracket() {
    String many = "1" + ",1".repeat(5_000);
    for (String tree :
        List.of("[" + many + "]", "{\"a\":[" + many + "]}", "[[[[[[[[[[7]]]]]]]]]]")) {
      for (String method :
          List.of("getblockcount", "getblockhash", "getblock", "getconfirmbyhash")) {
        FakeNode odd = new FakeNode(mint.root(), blocks);
        odd.answer(method, tree);
        SourceFailure failure = failure(source(odd).blocksAfter(root, 3));
        assertThat(failure.code()).as(method).isEqualTo(Code.SHAPE);
        close();
      }
    }
  }

  @Test
  void eachAnswerHasAsManyBytesAsItsQuestionsMayTake() {
    FakeNode long1 = new FakeNode(mint.root(), blocks);
    long1.answer("getblockcount", "\"" + "1".repeat(200_000) + "\"");
    assertThat(failure(source(long1).blocksAfter(root, 3)).code()).isEqualTo(Code.TOO_LARGE);
    close();
    FakeNode long2 = new FakeNode(mint.root(), blocks);
    long2.answer("getblockcount", "\"" + "1".repeat(20_000) + "\"");
    assertThat(failure(source(long2).blocksAfter(root, 3)).code()).isEqualTo(Code.SHAPE);
    close();
    FakeNode long3 = new FakeNode(mint.root(), blocks);
    long3.answer("getconfirmbyhash", "\"" + "00".repeat(70_000) + "\"");
    assertThat(failure(source(long3).blocksAfter(root, 3)).code()).isEqualTo(Code.SHAPE);
  }

  @Test
  void listsAndDepthAreBoundedByTheQuestion() {
    FakeNode asked = new FakeNode(mint.root(), blocks);
    source(asked);
    MainchainRpc opened = open(asked);
    asked.answer("getexistwithdrawtransactions", "[" + "1,".repeat(10_001) + "1]");
    assertThat(opened.existingWithdrawals(List.of(mint.root().hash())))
        .isInstanceOf(RpcReply.Failed.class);
    asked.answer("createauxblock", "[".repeat(35) + "]".repeat(35));
    assertThat(opened.createAuxBlock("x")).isInstanceOf(RpcReply.Failed.class);
    asked.answer("createauxblock", "[".repeat(80) + "]".repeat(80));
    assertThat(opened.createAuxBlock("x")).isInstanceOf(RpcReply.Failed.class);
  }

  @Test
  void ofAnObjectOnlyWhatIsWantedIsRead() {
    FakeNode asked = new FakeNode(mint.root(), blocks);
    source(asked);
    String rest = "\"vin\":[" + "{\"a\":[1,2,3]},".repeat(3_000) + "{}]";
    String hash = ElaHash.display(mint.root().hash());
    asked.answer("getrawtransaction", "{" + rest + ",\"blockhash\":\"" + hash + "\"}");
    assertThat(open(asked).blockOf(mint.root().hash()).answered())
        .contains(Optional.of(mint.root().hash()));
    asked.answer("getrawtransaction", "{\"blockhash\":[" + "1,".repeat(3_000) + "1]}");
    assertThat(open(asked).blockOf(mint.root().hash())).isInstanceOf(RpcReply.Failed.class);
  }

  @Test
  void aBlockOfAnotherHeightIsNonsense() {
    FakeNode shuffling = new FakeNode(mint.root(), blocks);
    shuffling.answer(
        "getblockhash",
        height -> {
          int asked = height.get("height").asInt();
          return "\""
              + ElaHash.display(
                  asked == 0
                      ? mint.root().hash()
                      : TestBlocks.position(blocks.get(20 - asked)).hash())
              + "\"";
        });
    assertThat(failure(source(shuffling).blocksAfter(root, 5)).code()).isEqualTo(Code.SHAPE);
  }

  @Test
  void whatStandsOnAnotherBlockThanTheLastOneIsAskedForAnew() {
    List<DposBlock> other = new ArrayList<>(mint.chain(mint.root(), 25));
    FakeNode changing =
        new FakeNode(mint.root(), blocks) {
          private final AtomicInteger exchanges = new AtomicInteger();

          @Override
          protected void respond(HttpExchange exchange, byte[] body) throws IOException {
            super.respond(exchange, body);
            // Height, our block, hashes and blocks of a first batch: then it changes its chain.
            if (exchanges.incrementAndGet() == 4) {
              serve(other);
            }
          }
        };
    RpcBlockSource asked = source(changing);
    assertThat(blocks(asked.blocksAfter(root, 20))).isEqualTo(blocks.subList(0, 8));
    assertThat(blocks(asked.blocksAfter(root, 20))).isEqualTo(other.subList(0, 20));
    close();
    FakeNode mixed = new FakeNode(mint.root(), blocks);
    mixed.answer(
        "getblockhash",
        height -> {
          int at = height.get("height").asInt();
          List<DposBlock> chain = at >= 4 ? other : blocks;
          return "\""
              + ElaHash.display(
                  at == 0 ? mint.root().hash() : TestBlocks.position(chain.get(at - 1)).hash())
              + "\"";
        });
    mixed.answer(
        "getblock",
        parameters -> {
          String hash = parameters.get("blockhash").asText();
          List<DposBlock> all = new ArrayList<>(blocks);
          all.addAll(other);
          return all.stream()
              .filter(block -> ElaHash.display(block.block().header().hash()).equals(hash))
              .map(block -> "\"" + block.block().encoded().hex() + "\"")
              .findFirst()
              .orElseThrow();
        });
    mixed.refuse("getconfirmbyhash", 44_004);
    RpcBlockSource mixedUp = source(mixed);
    assertThat(blocks(mixedUp.blocksAfter(root, 8))).hasSize(3);
    ChainPosition third = TestBlocks.position(blocks.get(2));
    assertThat(failure(mixedUp.blocksAfter(List.of(third), 8)).code()).isEqualTo(Code.GONE);
  }

  @Test
  void aSlowLinkKeepsWhatArrivedAndAsksForLess() {
    // A first batch arrives, the second does not.
    RpcBlockSource asked = source(stalling(exchange -> exchange == 6));
    assertThat(blocks(asked.blocksAfter(root, 20))).isEqualTo(blocks.subList(0, 8));
    ChainPosition eighth = TestBlocks.position(blocks.get(7));
    assertThat(blocks(asked.blocksAfter(List.of(eighth), 12))).isEqualTo(blocks.subList(8, 20));
    close();
    // Nothing arrives: the next time less is asked for, also after the source was closed.
    RpcBlockSource slow = source(stalling(exchange -> exchange == 4));
    assertThat(failure(slow.blocksAfter(root, 20)).code()).isEqualTo(Code.TIMEOUT);
    slow.close();
    assertThat(blocks(slow.blocksAfter(root, 2))).isEqualTo(blocks.subList(0, 2));
  }

  /// A node that never finishes some of its answers.
  private FakeNode stalling(IntPredicate which) {
    CountDownLatch never = new CountDownLatch(1);
    AtomicInteger exchanges = new AtomicInteger();
    return new FakeNode(mint.root(), blocks) {
      @Override
      protected void respond(HttpExchange exchange, byte[] body) throws IOException {
        if (!which.test(exchanges.incrementAndGet())) {
          super.respond(exchange, body);
          return;
        }
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body, 0, 1);
        exchange.getResponseBody().flush();
        try {
          never.await(3, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    };
  }

  private MainchainRpc open(FakeNode asked) {
    if (rpc != null) {
      rpc.close();
    }
    MainchainRpc opened = MainchainRpc.open(asked.endpoint("node"), LIMITS);
    rpc = opened;
    return opened;
  }

  private RpcBlockSource source(FakeNode asked) {
    node = asked;
    return new RpcBlockSource(open(asked), LIMITS);
  }

  private static List<DposBlock> blocks(Fetched fetched) {
    assertThat(fetched).isInstanceOf(Fetched.Blocks.class);
    return ((Fetched.Blocks) fetched).blocks();
  }

  private static SourceFailure failure(Fetched fetched) {
    assertThat(fetched).isInstanceOf(Fetched.Failed.class);
    return ((Fetched.Failed) fetched).failure();
  }
}
