// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.ElaHash;
import org.elastos.smartweb.chain.ela.tx.DposBlock;
import org.elastos.smartweb.chain.mainchain.BlockSource.Fetched;
import org.elastos.smartweb.chain.mainchain.ChainPosition;
import org.elastos.smartweb.chain.mainchain.SourceFailure.Code;
import org.elastos.smartweb.chain.mainchain.TestBlocks;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Blocks from nodes that serve, lag, lie, change shape and never end.
@Timeout(60)
class RpcBlockSourceTest {
  private static final RpcLimits LIMITS = new RpcLimits(Duration.ofMillis(1_500), 1 << 20, 7);

  private final TestBlocks mint = TestBlocks.confirmed(3);
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
  void fetchesBlocksAndConfirmsInOrder() {
    Fetched fetched = source(served()).blocksAfter(root, 500);
    assertThat(blocks(fetched)).isEqualTo(blocks);
    assertThat(((Fetched.Blocks) fetched).claimedHeight()).contains(20L);
  }

  @Test
  void goesOnAfterTheNewestBlockThatTheNodeHas() {
    ChainPosition unknown = new ChainPosition(15, Hash256.ZERO);
    ChainPosition beyond = new ChainPosition(99, Hash256.ZERO);
    ChainPosition tenth = TestBlocks.position(blocks.get(9));
    assertThat(
            blocks(source(served()).blocksAfter(List.of(beyond, unknown, tenth, mint.root()), 4)))
        .isEqualTo(blocks.subList(10, 14));
  }

  @Test
  void aNodeThatHasAnotherFinalBlockContradicts() {
    FakeNode other = new FakeNode(new ChainPosition(0, Hash256.ZERO), blocks);
    assertThat(failure(source(other).blocksAfter(root, 5))).isEqualTo(Code.CONTRADICTS_FINAL);
  }

  @Test
  void aNodeThatIsBehindAllOfOursHasNothing() {
    ChainPosition ahead = new ChainPosition(99, Hash256.ZERO);
    assertThat(blocks(source(served()).blocksAfter(List.of(ahead), 5))).isEmpty();
  }

  @Test
  void numbersMayBeTextsAndMembersOfAnyCase() {
    FakeNode lenient = served();
    lenient.answer("getblockcount", "\"21\"");
    assertThat(blocks(source(lenient).blocksAfter(root, 3))).hasSize(3);
  }

  @Test
  void whatMeansNothingIsNonsense() {
    for (String count : List.of("-1", "1.5", "\"x\"", "{}", "[]", "true", "1e99", "null")) {
      FakeNode odd = served();
      odd.answer("getblockcount", count);
      assertThat(failure(source(odd).blocksAfter(root, 3))).as(count).isEqualTo(Code.SHAPE);
      close();
    }
  }

  @Test
  void aBlockUnderAnothersHashIsNonsense() {
    FakeNode swapping = served();
    swapping.answer("getblock", "\"" + blocks.getLast().block().encoded().hex() + "\"");
    assertThat(failure(source(swapping).blocksAfter(root, 3))).isEqualTo(Code.SHAPE);
  }

  @Test
  void aBlockWithOneByteMoreIsNonsense() {
    FakeNode longer = served();
    longer.answer(
        "getblock",
        parameters ->
            "\""
                + blocks.stream()
                    .filter(block ->
                        ElaHash.display(block.block().header().hash())
                            .equals(parameters.get("blockhash").asText()))
                    .findFirst()
                    .orElseThrow()
                    .block()
                    .encoded()
                    .hex()
                + "00\"");
    assertThat(failure(source(longer).blocksAfter(root, 3))).isEqualTo(Code.SHAPE);
  }

  @Test
  void aBlockThatIsGoneMeanwhileIsAskedForLater() {
    FakeNode forgetful = served();
    forgetful.refuse("getblock", 44003);
    assertThat(failure(source(forgetful).blocksAfter(root, 3))).isEqualTo(Code.GONE);
  }

  @Test
  void aNodesOwnErrorIsARefusal() {
    FakeNode busy = served();
    busy.refuse("getblockcount", 45002);
    assertThat(failure(source(busy).blocksAfter(root, 3))).isEqualTo(Code.REFUSED);
  }

  @Test
  void anAnswerToAnotherQuestionIsRefused() {
    FakeNode confused = served();
    confused.answer("getblockcount", _ -> "5,\"id\":77");
    assertThat(failure(source(confused).blocksAfter(root, 3))).isEqualTo(Code.UNASKED);
  }

  @Test
  void anAnswerOfAHundredMegabytesIsCutOff() {
    FakeNode endless =
        new FakeNode(mint.root(), blocks) {
          @Override
          protected void respond(HttpExchange exchange, byte[] body) throws IOException {
            exchange.sendResponseHeaders(200, 100L << 20);
            byte[] zeros = new byte[1 << 16];
            try (OutputStream out = exchange.getResponseBody()) {
              for (int i = 0; i < 1_600; i++) {
                out.write(zeros);
              }
            }
          }
        };
    assertThat(failure(source(endless).blocksAfter(root, 3))).isEqualTo(Code.TOO_LARGE);
  }

  @Test
  void asksForFewerBlocksAtOnceWhenTheAnswerIsTooLarge() {
    FakeNode serving = served();
    node = serving;
    RpcLimits tight = new RpcLimits(Duration.ofSeconds(5), 12_000, 20);
    MainchainRpc opened = MainchainRpc.open(serving.endpoint("node"), tight);
    rpc = opened;
    assertThat(blocks(new RpcBlockSource(opened, tight).blocksAfter(root, 20))).isEqualTo(blocks);
  }

  @Test
  void aNodeThatNeverFinishesTimesOut() throws InterruptedException {
    CountDownLatch over = new CountDownLatch(1);
    FakeNode stalling =
        new FakeNode(mint.root(), blocks) {
          @Override
          protected void respond(HttpExchange exchange, byte[] body) throws IOException {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body, 0, 1);
            exchange.getResponseBody().flush();
            try {
              over.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
        };
    assertThat(failure(source(stalling).blocksAfter(root, 3))).isEqualTo(Code.TIMEOUT);
    over.countDown();
  }

  @Test
  void redirectsAndOtherStatusesAreNotFollowed() {
    FakeNode moved =
        new FakeNode(mint.root(), blocks) {
          @Override
          protected void respond(HttpExchange exchange, byte[] body) throws IOException {
            exchange.getResponseHeaders().add("location", "http://127.0.0.1:9/");
            exchange.sendResponseHeaders(302, -1);
          }
        };
    assertThat(failure(source(moved).blocksAfter(root, 3))).isEqualTo(Code.REFUSED);
  }

  @Test
  void nobodyThereIsUnreachable() {
    RpcEndpoint nobody = new RpcEndpoint("nobody", URI.create("http://127.0.0.1:1/"));
    try (MainchainRpc asked = MainchainRpc.open(nobody, LIMITS)) {
      assertThat(failure(new RpcBlockSource(asked, LIMITS).blocksAfter(root, 3)))
          .isEqualTo(Code.UNREACHABLE);
    }
  }

  @Test
  void asksOneByOneWhereBatchesAreNotUnderstood() {
    FakeNode simple = new SingleQuestions(mint.root(), blocks);
    assertThat(blocks(source(simple).blocksAfter(root, 20))).isEqualTo(blocks);
  }

  /// A node behind something that knows single questions only.
  private static final class SingleQuestions extends FakeNode {
    SingleQuestions(ChainPosition root, List<DposBlock> blocks) {
      super(root, blocks);
    }

    @Override
    protected boolean knowsBatches() {
      return false;
    }
  }

  private FakeNode served() {
    return new FakeNode(mint.root(), blocks);
  }

  private RpcBlockSource source(FakeNode asked) {
    node = asked;
    MainchainRpc opened = MainchainRpc.open(asked.endpoint("node"), LIMITS);
    rpc = opened;
    return new RpcBlockSource(opened, LIMITS);
  }

  private static List<DposBlock> blocks(Fetched fetched) {
    assertThat(fetched).isInstanceOf(Fetched.Blocks.class);
    return ((Fetched.Blocks) fetched).blocks();
  }

  private static Code failure(Fetched fetched) {
    assertThat(fetched).isInstanceOf(Fetched.Failed.class);
    return ((Fetched.Failed) fetched).failure().code();
  }
}
