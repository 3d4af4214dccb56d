// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmCall;
import org.elastos.smartweb.chain.EvmLog;
import org.elastos.smartweb.chain.Heads;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.chain.Reading.Agreed;
import org.elastos.smartweb.chain.Reading.Code;
import org.elastos.smartweb.chain.Reading.SourceAnswer;
import org.elastos.smartweb.chain.TxHash;
import org.elastos.smartweb.chain.devnet.Anvil;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;

/// Reads through honest, lying, lagging and silent sources before one real chain.
class QuorumEvmChainIT extends ChainFixture {
  @Test
  void agreesOnEverythingWithHonestSources() {
    QuorumEvmChain chain = chain(proxy(), proxy());
    assertThat(chain.independent()).isFalse();
    Heads heads = agreed(chain.heads());
    assertThat(heads.finalized().number()).isLessThanOrEqualTo(heads.newest().number());
    BlockRef at = heads.newest();
    assertThat(agreed(chain.call(emit(), at)).hex()).isEqualTo(WORD.hex());
    assertThat(agreed(chain.balance(Anvil.accounts().getFirst(), at))).isPositive();
    assertThat(agreed(chain.code(probe.address(), at)).size()).isPositive();
    assertThat(agreed(chain.code(Anvil.accounts().getLast(), at))).isEqualTo(Bytes.EMPTY);
    assertThat(agreed(chain.block(at.number()))).isEqualTo(at);
    var receipt = agreed(chain.receipt(emitted)).orElseThrow();
    assertThat(receipt.succeeded()).isTrue();
    List<EvmLog> logs = agreed(chain.logs(events(at)));
    assertThat(logs).containsAll(receipt.logs());
    assertThat(receipt.logs()).hasSize(1);
    assertThat(logs.getFirst().topics()).containsExactly(WORD);
    assertThat(agreed(chain.receipt(probe.creation())).orElseThrow().created())
        .contains(probe.address());
  }

  @Test
  void handsTheRevertDataToTheCaller() {
    QuorumEvmChain chain = chain(proxy(), proxy());
    Reading<Bytes> reading = chain.call(new EvmCall(probe.address(), Bytes.EMPTY), newest(chain));
    assertThat(unknown(reading, Code.REVERTED).revertData()).isEqualTo(ProbeContract.REVERT_DATA);
  }

  @Test
  void runsCreationCodeWithinItsGas() {
    QuorumEvmChain chain = chain(proxy(), proxy());
    EvmAddress asker = Anvil.accounts().getLast();
    EvmCall whoAsks = EvmCall.creation(Bytes.fromHex("3360005260206000f3"));
    EvmCall forEver = EvmCall.creation(Bytes.fromHex("5b600056"));
    assertThat(agreed(chain.call(whoAsks.bounded(asker, 100_000), newest(chain))).hex())
        .isEqualTo("00".repeat(12) + asker.hex());
    unknown(chain.call(forEver.bounded(asker, 100_000), newest(chain)), Code.REVERTED);
  }

  @Test
  void twoSourcesThatContradictEachOtherDecideNothingAndAreNamed() {
    BlockRef at = newest(chain(proxy(), proxy()));
    var lies =
        List.<Function<RpcProxy, Reading<?>>>of(
            liar -> with(liar, "eth_call", text(WORD + "00")).call(emit(), at),
            liar -> with(liar, "eth_getBalance", text("0x7")).balance(probe.address(), at),
            liar -> with(liar, "eth_getCode", text("0x60")).code(probe.address(), at),
            liar -> with(liar, "eth_getLogs", ArrayNode.class::cast).logs(events(at)),
            liar -> with(liar, "eth_getLogs", _ -> empty()).logs(events(at)),
            liar -> with(liar, "eth_getLogs", changed("data", "0x01")).logs(events(at)),
            liar -> with(liar, "eth_getTransactionReceipt", put("status", "0x0")).receipt(emitted));
    for (int i = 0; i < lies.size(); i++) {
      Reading<?> reading = lies.get(i).apply(proxy());
      if (i == 3) {
        assertThat(reading).as("control: an unchanged answer").isInstanceOf(Agreed.class);
        continue;
      }
      assertThat(unknown(reading, Code.SOURCES_DISAGREE).answers())
          .as("lie %d", i)
          .extracting(SourceAnswer::source)
          .containsExactly("source-0", "source-1");
    }
  }

  @Test
  void aBlockWhoseNameDoesNotFollowFromItsHeaderFailsItsSource() {
    BlockRef at = newest(chain(proxy(), proxy()));
    for (String member : List.of("hash", "stateRoot", "receiptsRoot", "parentHash", "mixHash")) {
      var lie = put(member, WORD.toString());
      var unknown =
          unknown(
              with(proxy(), "eth_getBlockByNumber", lie).block(at.number()),
              Code.SOURCES_UNAVAILABLE);
      assertThat(unknown.answers())
          .extracting(SourceAnswer::detail)
          .contains("the block's name does not follow from its header");
    }
    unknown(
        with(proxy(), "eth_getBlockByNumber", put("timestamp", "0x1")).heads(),
        Code.SOURCES_UNAVAILABLE);
  }

  @Test
  void whereNamesAreOnlyComparedSourcesThatDisagreeAreNamed() {
    BlockRef at = newest(chain(proxy(), proxy()));
    for (var lie : List.of(put("hash", WORD.toString()), put("timestamp", "0x1"))) {
      RpcProxy liar = proxy().lying("eth_getBlockByNumber", lie);
      var profile = EvmProfile.DEVELOPMENT.withNaming(HeaderNaming.COMPARED);
      var chain = new QuorumEvmChain(open(profile, liar, proxy()), InstantSource.system());
      unknown(chain.block(at.number()), Code.SOURCES_DISAGREE);
      unknown(chain.heads(), Code.SOURCES_DISAGREE);
    }
  }

  @Test
  void twoHonestSourcesOfThreeOutvoteALiar() {
    RpcProxy liar = proxy().lying("eth_call", text(WORD + "00"));
    QuorumEvmChain chain = chain(liar, proxy(), proxy());
    assertThat(agreed(chain.call(emit(), newest(chain))).hex()).isEqualTo(WORD.hex());
    liar.lying("eth_getBlockByNumber", put("number", "0xffffffff"));
    assertThat(newest(chain).number()).isLessThan(0xffffffffL);
  }

  @Test
  void threeDifferentAnswersDecideNothing() {
    RpcProxy first = proxy().lying("eth_getBalance", text("0x7"));
    RpcProxy second = proxy().lying("eth_getBalance", text("0x8"));
    QuorumEvmChain chain = chain(first, second, proxy());
    var answers =
        unknown(chain.balance(probe.address(), newest(chain)), Code.SOURCES_DISAGREE).answers();
    assertThat(answers).extracting(SourceAnswer::answer).contains(Optional.of("7"));
  }

  @Test
  void takesTheLowerHeightOfALaggingSource() {
    long tip = height() - 1;
    RpcProxy lagging = proxy().behaving(new Lagging(node, tip));
    QuorumEvmChain chain = chain(lagging, proxy());
    Heads heads = agreed(chain.heads());
    assertThat(heads.newest().number()).isEqualTo(tip);
    assertThat(heads.finalized().number()).isLessThanOrEqualTo(tip);
    assertThat(agreed(chain.call(emit(), heads.newest())).hex()).isEqualTo(WORD.hex());
    BlockRef above = agreed(chain(proxy(), proxy()).block(tip + 1));
    unknown(chain.balance(probe.address(), above), Code.SOURCES_UNAVAILABLE);
    unknown(chain.block(tip + 1), Code.SOURCES_UNAVAILABLE);
    unknown(chain.logs(events(above)), Code.SOURCES_UNAVAILABLE);
  }

  @Test
  void aReceiptThatOnlyOneOfTwoSourcesSeesIsNotThereYet() {
    TxHash late = probe.emit(node, WORD);
    long tip =
        Wire.count(
            JsonRpc.ask(node, "eth_getTransactionReceipt", late.toString())
                .get("blockNumber")
                .asString());
    RpcProxy lagging = proxy().behaving(new Lagging(node, tip - 1));
    JsonRpc.ask(node, "evm_mine");
    QuorumEvmChain chain = chain(lagging, proxy());
    assertThat(agreed(chain.receipt(late))).isEmpty();
    assertThat(agreed(chain(proxy(), proxy()).receipt(late))).isPresent();
    assertThat(agreed(chain.receipt(new TxHash(WORD)))).isEmpty();
  }

  @Test
  void aSilentSourceCostsOneTimeoutWhenItIsNeededAndNothingWhenNot() {
    BlockRef at = newest(chain(proxy(), proxy()));
    long start = System.nanoTime();
    var needed = chain(proxy().silent(), proxy()).balance(probe.address(), at);
    var answers = unknown(needed, Code.SOURCES_UNAVAILABLE).answers();
    assertThat(answers.getFirst().answer()).isEmpty();
    assertThat(answers.getLast().answer()).contains("0");
    assertThat(elapsed(start)).isLessThan(TIMEOUT.plusSeconds(1));
    long second = System.nanoTime();
    QuorumEvmChain outvoting = chain(proxy().silent(), proxy(), proxy());
    agreed(outvoting.balance(probe.address(), newest(outvoting)));
    assertThat(elapsed(second)).isLessThan(TIMEOUT.minusMillis(200));
  }

  @Test
  void readsEventsInPiecesWithTheSameResult() {
    BlockRef at = newest(chain(proxy(), proxy()));
    var inPieces = new ReadPolicy(Duration.ofSeconds(15), TIMEOUT, 1 << 20, 2);
    RpcProxy first = proxy();
    QuorumEvmChain chain =
        new QuorumEvmChain(
            open(EvmProfile.DEVELOPMENT.withReads(inPieces), first, proxy()),
            InstantSource.system());
    assertThat(agreed(chain.logs(events(at))))
        .isEqualTo(agreed(chain(proxy(), proxy()).logs(events(at))))
        .isNotEmpty();
    assertThat(first.requests()).isGreaterThan(3);
  }

  @Test
  void refusesANewestBlockThatIsTooOld() {
    Instant now = agreed(chain(proxy(), proxy()).heads()).newest().time();
    EvmSources sources = open(EvmProfile.DEVELOPMENT, proxy(), proxy());
    var later = new QuorumEvmChain(sources, () -> now.plusSeconds(60));
    unknown(later.heads(), Code.STALE_NODE);
    assertThat(new QuorumEvmChain(sources, () -> now).heads()).isInstanceOf(Agreed.class);
  }

  @Test
  void countsFinalityByDepthWhereTheProfileSaysSo() {
    var deep =
        new EvmProfile(
            "deep",
            EvmProfile.DEVELOPMENT.chain(),
            false,
            new Finality.Depth(1),
            HeaderNaming.RECOMPUTED,
            EvmProfile.DEVELOPMENT.fees(),
            ReadPolicy.DEFAULT);
    Heads heads =
        agreed(new QuorumEvmChain(open(deep, proxy(), proxy()), InstantSource.system()).heads());
    assertThat(heads.finalized().number()).isEqualTo(heads.newest().number() - 1);
  }

  @Test
  void refusesABlockOfAnotherChain() {
    BlockRef foreign = new BlockRef(new ChainId(20), 1, WORD, Instant.EPOCH);
    QuorumEvmChain chain = chain(proxy(), proxy());
    assertThatThrownBy(() -> chain.code(probe.address(), foreign)).isInstanceOf(EvmException.class);
  }
}
