// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.util.List;
import java.util.stream.IntStream;
import org.elastos.smartweb.chain.EvmAddress;

/// The twin with operators whose keys all come from one seed. Not thread-safe.
public final class InMemoryBoardLab implements BoardLab {
  final SeededRandom random;
  private final List<BoardOperator> operators;
  private final InMemoryBoard board;

  /// @param operators how many there are; the first `founders` of them form the founding committee
  public InMemoryBoardLab(long seed, int operators, CommitteeShape founders) {
    this.random = new SeededRandom(seed);
    this.operators =
        IntStream.rangeClosed(1, operators)
            .mapToObj(i -> BoardOperator.of(EvmAddress.fromHex("%040x".formatted(i)), random))
            .toList();
    List<CommitteeMember> members =
        this.operators.stream().map(one -> one.member(InMemoryBoard.boardName(), random)).toList();
    Committee founding =
        new Committee(founders.threshold(), members.subList(0, founders.members()));
    this.board = new InMemoryBoard(founding, members.subList(founders.members(), members.size()));
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
    return board.writer(operator(number).account());
  }

  private InMemoryBoard.Handover handover(Change change) {
    return new InMemoryBoard.Handover(
        board.active(),
        change.operators().stream().map(number -> operator(number).account()).toList(),
        change.threshold());
  }

  @Override
  public BoardWriter.Written approve(int number, Change change) {
    return board.approve(operator(number).account(), handover(change));
  }

  @Override
  public BoardWriter.Written beginReshare(Change change) {
    return board.beginReshare(handover(change));
  }

  @Override
  public BoardWriter.Written beginRefresh(int number) {
    return board.beginRefresh(operator(number).account());
  }

  @Override
  public BoardWriter.Written restart() {
    return board.restart();
  }

  @Override
  public void passTimeLock() {
    board.pass(InMemoryBoard.TIME_LOCK);
  }

  @Override
  public void closeWindow() {
    board.closeWindow();
  }

  @Override
  public void passOverlap() {
    board.pass(InMemoryBoard.OVERLAP);
  }

  @Override
  public boolean serves(long epoch) {
    return board.serves(epoch);
  }
}
