// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.tx;

import java.util.List;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.ElaReader;
import org.elastos.smartweb.chain.ela.ElaWriter;
import org.elastos.smartweb.chain.ela.Sela;

/// Payloads between mainchain and side chains.
public sealed interface SideChainPayload extends Payload {
  /// Type 05: a side chain's block that this block merge-mines.
  record SideChainPow(Hash256 blockHash, Hash256 genesisHash, long height, Bytes signature)
      implements SideChainPayload {
    static SideChainPow read(ElaReader in) {
      return new SideChainPow(
          in.hash256("sidePow.blockHash"),
          in.hash256("sidePow.genesisHash"),
          in.u32("sidePow.height"),
          in.varBytes(Limits.DATA, "sidePow.signature"));
    }

    @Override
    public void write(ElaWriter out) {
      out.hash256(blockHash).hash256(genesisHash).u32(height).varBytes(signature);
    }
  }

  /// Type 07: a payment of withdrawals.
  sealed interface Withdraw extends SideChainPayload {}

  /// Version 0: names the side chain's transactions itself.
  record WithdrawV0(long blockHeight, Bytes genesisBlockAddress, List<Hash256> sideTransactions)
      implements Withdraw {
    /// Copies the list.
    public WithdrawV0 {
      sideTransactions = List.copyOf(sideTransactions);
    }

    static WithdrawV0 read(ElaReader in) {
      return new WithdrawV0(
          in.u32("withdraw.blockHeight"),
          in.varBytes(Limits.TEXT, "withdraw.genesisBlockAddress"),
          in.list(Hash256.BYTES, "withdraw.transactions", r -> r.hash256("withdraw.transaction")));
    }

    @Override
    public void write(ElaWriter out) {
      out.u32(blockHeight).varBytes(genesisBlockAddress).list(sideTransactions, ElaWriter::hash256);
    }

    @Override
    public int layout() {
      return 0;
    }
  }

  /// Version 1: empty; the outputs name the side chain's transactions.
  record WithdrawV1() implements Withdraw {
    @Override
    public void write(ElaWriter out) {
      // Empty in this version.
    }

    @Override
    public int layout() {
      return 1;
    }
  }

  /// Version 2: the arbiters, one byte each, whose keys are aggregated.
  record WithdrawV2(Bytes signers) implements Withdraw {
    static WithdrawV2 read(ElaReader in) {
      return new WithdrawV2(in.varBytes(Limits.BLOCK, "withdraw.signers"));
    }

    @Override
    public void write(ElaWriter out) {
      out.varBytes(signers);
    }

    @Override
    public int layout() {
      return 2;
    }
  }

  /// Type 08: a deposit to a side chain.
  sealed interface Deposit extends SideChainPayload {}

  /// Version 0: targets by output index.
  record DepositV0(List<Target> targets) implements Deposit {
    /// Where one output goes; the index is an unsigned 64-bit number by its bits.
    public record Target(Bytes address, long outputIndex, Sela amount) {}

    /// Copies the list.
    public DepositV0 {
      targets = List.copyOf(targets);
    }

    static DepositV0 read(ElaReader in) {
      return new DepositV0(
          in.list(
              10,
              "deposit.targets",
              r ->
                  new Target(
                      r.varBytes(Limits.TEXT, "deposit.address"),
                      r.varUint("deposit.outputIndex"),
                      r.sela("deposit.amount"))));
    }

    @Override
    public void write(ElaWriter out) {
      out.list(
          targets,
          (to, target) ->
              to.varBytes(target.address).varUint(target.outputIndex).sela(target.amount));
    }

    @Override
    public int layout() {
      return 0;
    }
  }

  /// Version 1: empty; the outputs name the targets.
  record DepositV1() implements Deposit {
    @Override
    public void write(ElaWriter out) {
      // Empty in this version.
    }

    @Override
    public int layout() {
      return 1;
    }
  }

  /// Type 51: deposits that failed on the side chain come back.
  sealed interface ReturnDeposit extends SideChainPayload {}

  /// Version 0: empty; the outputs name the deposits.
  record ReturnDepositV0() implements ReturnDeposit {
    @Override
    public void write(ElaWriter out) {
      // Empty in this version.
    }

    @Override
    public int layout() {
      return 0;
    }
  }

  /// Version 1: the arbiters, one byte each, whose keys are aggregated.
  record ReturnDepositV1(Bytes signers) implements ReturnDeposit {
    static ReturnDepositV1 read(ElaReader in) {
      return new ReturnDepositV1(in.varBytes(Limits.BLOCK, "returnDeposit.signers"));
    }

    @Override
    public void write(ElaWriter out) {
      out.varBytes(signers);
    }

    @Override
    public int layout() {
      return 1;
    }
  }
}
