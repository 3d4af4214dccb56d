// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmChain;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.contracts.ContractErrors;
import org.elastos.smartweb.contracts.abi.ContractCall;
import org.elastos.smartweb.contracts.abi.ContractQuery;
import org.elastos.smartweb.contracts.generated.Ceremony;
import org.elastos.smartweb.contracts.generated.Handover;
import org.elastos.smartweb.contracts.generated.LicenseCommitteeCalls;
import org.elastos.smartweb.crypto.Ed25519;
import org.elastos.smartweb.crypto.LocalWallet;
import org.elastos.smartweb.threshold.BoardLab;
import org.elastos.smartweb.threshold.BoardMessage;
import org.elastos.smartweb.threshold.BoardOperator;
import org.elastos.smartweb.threshold.BoardWriter;
import org.elastos.smartweb.threshold.CeremonyBoard;
import org.elastos.smartweb.threshold.CommitteeMember;
import org.elastos.smartweb.threshold.CommitteeShape;
import org.elastos.smartweb.threshold.Confirmation;
import org.elastos.smartweb.threshold.SeededRandom;

/// The committee contract on a development chain of its own, with operators who have registered.
/// Not thread-safe.
final class EvmBoardLab implements BoardLab {
  private static final int WINDOW = 14;
  private static final int CONFIRM_WINDOW = 60;
  private static final Duration TIME_LOCK = Duration.ofSeconds(60);
  private static final long FAR = 1L << 40;
  private static final int COMPLAINT = 3;

  private final DevChainRpc rpc;
  private final EvmChain chain;
  private final EvmAddress contract;
  private final CommitteeBoard board;
  private final List<LocalWallet> wallets;
  private final List<BoardOperator> operators;

  EvmBoardLab(DevChainRpc rpc, EvmChain chain, int operators, CommitteeShape founders) {
    SeededRandom random = new SeededRandom(System.identityHashCode(this));
    this.rpc = rpc;
    this.chain = chain;
    this.wallets = Stream.generate(() -> LocalWallet.generate(random)).limit(operators).toList();
    wallets.forEach(wallet -> rpc.enrich(wallet.address()));
    this.operators =
        wallets.stream().map(wallet -> BoardOperator.of(wallet.address(), random)).toList();
    List<EvmAddress> founding =
        wallets.subList(0, founders.members()).stream().map(LocalWallet::address).toList();
    this.contract =
        rpc.create(
            founding.getFirst(),
            new LicenseCommitteeCalls.Deploy(
                    founding,
                    founders.threshold(),
                    WINDOW,
                    WINDOW,
                    WINDOW,
                    CONFIRM_WINDOW,
                    TIME_LOCK.toSeconds(),
                    1,
                    BigInteger.ZERO)
                .initCode());
    this.board = new CommitteeBoard(chain, contract);
    // Candidates first: the last founder's registration begins the key generation.
    for (int number = operators; number >= 1; number--) {
      CommitteeMember member = operator(number).member(board.name(), random);
      write(
          number,
          new LicenseCommitteeCalls.Register(
              Hash256.of(Ed25519.publicKey(operator(number).identitySeed()).bytes()),
              Bytes.of(member.encryptionKey().bytes()),
              member.proof(),
              Hash256.ZERO,
              "http://127.0.0.1:" + number));
    }
  }

  private BoardWriter.Written write(int number, ContractCall call) {
    EvmAddress from = operator(number).account();
    Bytes refusal = rpc.refusal(from, contract, call.callData());
    if (refusal.size() > 0) {
      return new BoardWriter.Written.Refused(ContractErrors.name(refusal).orElse("?"));
    }
    rpc.send(from, contract, call.callData());
    return new BoardWriter.Written.Accepted();
  }

  private <R> R ask(ContractQuery<R> question) {
    return chain
        .heads()
        .then(heads -> chain.call(question.on(contract), heads.newest()))
        .map(question::decodeResult)
        .agreed()
        .orElseThrow();
  }

  @Override
  public int operators() {
    return operators.size();
  }

  @Override
  public BoardOperator operator(int number) {
    return operators.get(number - 1);
  }

  @Override
  public CeremonyBoard board() {
    return board;
  }

  @Override
  public BoardWriter writer(int number) {
    return new BoardWriter() {
      @Override
      public Written post(long epoch, BoardMessage.Kind kind, Bytes payload) {
        return write(number, new LicenseCommitteeCalls.Post(epoch, kind.number(), payload));
      }

      @Override
      public Written confirm(long epoch, Confirmation confirmation) {
        return write(number, CeremonyCalls.of(epoch, confirmation));
      }
    };
  }

  private Handover handover(Change change) {
    return new Handover(
        ask(new LicenseCommitteeCalls.ActiveEpoch()),
        change.operators().stream().map(number -> operator(number).account()).toList(),
        change.threshold(),
        FAR,
        Hash256.ZERO);
  }

  @Override
  public BoardWriter.Written approve(int number, Change change) {
    Handover handover = handover(change);
    Hash256 digest = ask(new LicenseCommitteeCalls.HandoverDigest(handover));
    Bytes signature = wallets.get(number - 1).signDigest(digest);
    return write(number, new LicenseCommitteeCalls.Approve(handover, signature));
  }

  @Override
  public BoardWriter.Written beginReshare(Change change) {
    return write(1, new LicenseCommitteeCalls.BeginReshare(handover(change)));
  }

  @Override
  public BoardWriter.Written beginRefresh(int number) {
    return write(number, new LicenseCommitteeCalls.BeginRefresh());
  }

  @Override
  public BoardWriter.Written restart() {
    return write(1, new LicenseCommitteeCalls.Restart());
  }

  @Override
  public void passTimeLock() {
    rpc.pass(TIME_LOCK.plusSeconds(1));
  }

  @Override
  public void passOverlap() {
    rpc.pass(Duration.ofSeconds(601));
  }

  @Override
  public void closeWindow() {
    long epoch = ask(new LicenseCommitteeCalls.CurrentEpoch());
    Ceremony ceremony = ask(new LicenseCommitteeCalls.Ceremony(epoch));
    long closes =
        switch (ask(new LicenseCommitteeCalls.Phase(epoch))) {
          case 1 -> ceremony.commitCloses();
          case 2 -> ceremony.revealCloses();
          case COMPLAINT -> ceremony.complaintCloses();
          default -> ceremony.confirmCloses();
        };
    mineTo(closes);
  }

  @Override
  public void settle() {
    long epoch = ask(new LicenseCommitteeCalls.CurrentEpoch());
    mineTo(ask(new LicenseCommitteeCalls.Ceremony(epoch)).complaintCloses() + 4);
  }

  private void mineTo(long block) {
    long newest = chain.heads().agreed().orElseThrow().newest().number();
    if (newest < block) {
      rpc.mine(block - newest);
    }
  }

  @Override
  public boolean serves(long epoch) {
    LicenseCommitteeCalls.ServingEpochs.Result serving =
        ask(new LicenseCommitteeCalls.ServingEpochs());
    return epoch == serving.newest() || epoch == serving.before();
  }
}
