// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.devnet.ela.rules.DevKey;
import org.elastos.smartweb.chain.devnet.ela.rules.Flaw;
import org.elastos.smartweb.chain.devnet.ela.rules.Merkle;
import org.elastos.smartweb.chain.ela.AuxPow;
import org.elastos.smartweb.chain.ela.Confirm;
import org.elastos.smartweb.chain.ela.ElaHeader;
import org.elastos.smartweb.chain.ela.Sela;
import org.elastos.smartweb.chain.ela.Vote;
import org.elastos.smartweb.chain.ela.tx.ConsensusPayload;
import org.elastos.smartweb.chain.ela.tx.DposBlock;
import org.elastos.smartweb.chain.ela.tx.ElaBlock;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.TxOutput;
import org.elastos.smartweb.chain.ela.tx.TxType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Blocks from outside that break one rule each, with sound work and, where one is due, a confirm.
class BlockRulesTest {
  @TempDir Path directory;
  private DevChain chain;
  private Candidate next;
  private final ParentWork work = new ParentWork(new SecureRandom());

  @BeforeEach
  void openChain() {
    chain = TestChain.open(directory, TestChain.RULES);
    chain.mine(2);
    next = chain.candidate(chain.wallet().owner());
  }

  @AfterEach
  void closeChain() {
    chain.close();
  }

  @Test
  void takesABlockThatBreaksNone() {
    assertThat(submit(next)).isEmpty();
    assertThat(chain.height()).isEqualTo(3);
  }

  @Test
  void refusesHeadersThatDoNotFit() {
    ElaHeader.Fields good = next.fields();
    assertThat(submit(with(good.timestamp() - 100_000, good.bits(), 3))).isEqualTo("time_too_old");
    assertThat(submit(with(good.timestamp() + 7_300, good.bits(), 3))).isEqualTo("time_too_new");
    assertThat(submit(with(good.timestamp(), 0x1d00_ffffL, 3))).isEqualTo("bits");
    assertThat(submit(with(good.timestamp(), good.bits(), 4))).isEqualTo("height");
  }

  @Test
  void refusesWorkForAnotherBlockAndSpoiltCommitments() {
    ElaHeader other =
        ElaHeader.of(next.fields(), work.prove(Hash256.ZERO, 3, chain.rules().bits()));
    assertThat(code(block(other, next.transactions(), Optional.empty())))
        .isEqualTo("aux_commitment");
    AuxPow.Parts good = work.prove(next.hash(), 3, chain.rules().bits()).parts();
    AuxPow.Parts slot =
        new AuxPow.Parts(
            good.coinbase(),
            good.parentHash(),
            good.coinbaseBranch(),
            good.coinbaseIndex() ^ 1,
            good.auxBranch(),
            good.auxIndex(),
            good.parentHeader());
    ElaHeader moved = ElaHeader.of(next.fields(), AuxPow.of(slot));
    assertThat(code(block(moved, next.transactions(), Optional.empty())))
        .isEqualTo("coinbase_branch");
  }

  @Test
  void refusesBodiesThatDoNotFit() {
    ElaTransaction coinbase = next.transactions().getFirst();
    assertThat(submit(body(List.of(coinbase, coinbase)))).isEqualTo("transaction_twice");
    ElaTransaction richer =
        coinbase(coinbase, List.of(TxOutput.of(chain.wallet().owner(), new Sela(1L << 50))), 3);
    assertThat(submit(body(List.of(richer)))).isEqualTo("coinbase_value");
    List<TxOutput> wrapping =
        List.of(
            TxOutput.of(chain.wallet().owner(), new Sela(Long.MAX_VALUE)),
            TxOutput.of(chain.wallet().owner(), new Sela(Long.MAX_VALUE)));
    assertThat(submit(body(List.of(coinbase(coinbase, wrapping, 3))))).isEqualTo("coinbase_value");
    assertThat(submit(body(List.of(coinbase(coinbase, coinbase.outputs(), 4)))))
        .isEqualTo("coinbase_shape");
    assertThat(submit(body(List.of(coinbase, coinbase(coinbase, List.of(), 3)))))
        .isEqualTo("coinbase_place");
    Candidate rootless = new Candidate(next.fields(), List.of(richer));
    assertThat(submit(rootless)).isEqualTo("merkle_root");
  }

  @Test
  void refusesConfirmsThatDoNotSuffice() {
    ElaHeader header = header(next);
    Confirm good = confirm(next);
    List<Vote> votes = good.votes();
    assertThat(code(block(header, next.transactions(), Optional.empty())))
        .isEqualTo("confirm_missing");
    assertThat(confirmed(header, good, votes.subList(0, 8))).isEqualTo("confirm_too_few");
    List<Vote> twice = new ArrayList<>(votes.subList(0, 8));
    twice.add(votes.getFirst());
    assertThat(confirmed(header, good, twice)).isEqualTo("confirm_vote");
    List<Vote> foreign = new ArrayList<>(votes.subList(0, 8));
    foreign.add(vote(TestChain.key("nobody"), good, true));
    assertThat(confirmed(header, good, foreign)).isEqualTo("confirm_vote");
    List<Vote> against = new ArrayList<>(votes.subList(1, votes.size()));
    against.add(vote(chain.keys().seats(0).get(3), good, false));
    assertThat(confirmed(header, good, against)).isEqualTo("confirm_vote");
    Confirm elsewhere = confirm(chain.candidate(TestChain.owner(TestChain.key("x"))));
    assertThat(code(block(header, next.transactions(), Optional.of(elsewhere))))
        .isEqualTo("confirm_proposal");
    assertThat(confirmed(header, good, votes)).isEmpty();
  }

  @Test
  void refusesTransactionsThatChangeTheArbitersWrongly() {
    List<Bytes> seats = chain.keys().arbiters(1).seats();
    List<Bytes> council = chain.keys().arbiters(1).council();
    assertThat(submit(body(special(TxType.NEXT_TURN_DPOS_INFO, turn(2, council, seats)))))
        .as("a working height below the block's")
        .isEqualTo("next_turn");
    assertThat(
            submit(
                body(special(TxType.NEXT_TURN_DPOS_INFO, turn(9, council, seats.subList(0, 11))))))
        .isEqualTo("next_turn");
    List<Bytes> noPoint = new ArrayList<>(seats);
    noPoint.set(5, Bytes.fromHex("02" + "ff".repeat(32)));
    assertThat(submit(body(special(TxType.NEXT_TURN_DPOS_INFO, turn(9, council, noPoint)))))
        .isEqualTo("next_turn");
    ConsensusPayload back = new ConsensusPayload.RevertToDpos(10, 3);
    assertThat(submit(body(special(TxType.REVERT_TO_DPOS, back)))).isEqualTo("revert_to_dpos");
    assertThat(chain.height()).isEqualTo(2);
    assertThat(chain.mine(1)).hasSize(1);
  }

  private static ConsensusPayload turn(long height, List<Bytes> council, List<Bytes> seats) {
    return new ConsensusPayload.NextTurnDposInfo(1, height, council, seats, council);
  }

  private List<ElaTransaction> special(TxType type, ConsensusPayload payload) {
    int version = type == TxType.NEXT_TURN_DPOS_INFO ? 1 : 0;
    ElaTransaction tx =
        new ElaTransaction(
            9, type, version, payload, List.of(), List.of(), List.of(), 0, List.of());
    return List.of(next.transactions().getFirst(), tx);
  }

  private static ElaTransaction coinbase(ElaTransaction like, List<TxOutput> outputs, long lock) {
    return new ElaTransaction(
        like.version(),
        like.type(),
        like.payloadVersion(),
        like.payload(),
        like.attributes(),
        like.inputs(),
        outputs,
        lock,
        List.of());
  }

  private Candidate with(long timestamp, long bits, long height) {
    ElaHeader.Fields good = next.fields();
    return new Candidate(
        new ElaHeader.Fields(0, good.previous(), good.merkleRoot(), timestamp, bits, 0, height),
        next.transactions());
  }

  private Candidate body(List<ElaTransaction> transactions) {
    ElaHeader.Fields good = next.fields();
    Hash256 root = Merkle.root(transactions.stream().map(ElaTransaction::txid).toList());
    return new Candidate(
        new ElaHeader.Fields(
            0, good.previous(), root, good.timestamp(), good.bits(), 0, good.height()),
        transactions);
  }

  private String submit(Candidate candidate) {
    Optional<Confirm> confirm =
        new Confirms(chain.rules(), chain.keys()).confirm(candidate, chain.consensus());
    return code(block(header(candidate), candidate.transactions(), confirm));
  }

  private ElaHeader header(Candidate candidate) {
    return ElaHeader.of(candidate.fields(), work.prove(candidate.hash(), 3, chain.rules().bits()));
  }

  private Confirm confirm(Candidate candidate) {
    return new Confirms(chain.rules(), chain.keys())
        .confirm(candidate, chain.consensus())
        .orElseThrow();
  }

  private String confirmed(ElaHeader header, Confirm like, List<Vote> votes) {
    Confirm confirm = new Confirm(like.proposal(), votes);
    return code(block(header, next.transactions(), Optional.of(confirm)));
  }

  private static Vote vote(DevKey signer, Confirm confirm, boolean accept) {
    Hash256 proposal = confirm.proposal().hash();
    Vote unsigned = new Vote(proposal, signer.publicKey(), accept, Bytes.EMPTY);
    return new Vote(proposal, signer.publicKey(), accept, signer.sign(unsigned.unsigned()));
  }

  private static DposBlock block(
      ElaHeader header, List<ElaTransaction> transactions, Optional<Confirm> confirm) {
    return new DposBlock(new ElaBlock(header, transactions), confirm);
  }

  private String code(DposBlock block) {
    return chain.submitBlock(block).map(Flaw::code).orElse("");
  }
}
