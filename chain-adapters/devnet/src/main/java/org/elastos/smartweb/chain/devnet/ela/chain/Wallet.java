// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.chain;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.devnet.ela.rules.DevKey;
import org.elastos.smartweb.chain.devnet.ela.rules.Script;
import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.Sela;
import org.elastos.smartweb.chain.ela.address.ElaAddress;
import org.elastos.smartweb.chain.ela.tx.Attribute;
import org.elastos.smartweb.chain.ela.tx.BasicPayload;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.OutputPayload;
import org.elastos.smartweb.chain.ela.tx.Payload;
import org.elastos.smartweb.chain.ela.tx.SideChainPayload;
import org.elastos.smartweb.chain.ela.tx.TxInput;
import org.elastos.smartweb.chain.ela.tx.TxOutput;
import org.elastos.smartweb.chain.ela.tx.TxType;

/// Builds the development chain's own transactions: payments from its wallet, and withdrawals by
/// its council. Builds and signs only; sends nothing. Thread-safe.
public final class Wallet {
  private static final long FEE = 10_000;
  private static final int NONCE_BYTES = 8;

  private final DevKeys keys;
  private final SecureRandom random;

  Wallet(DevKeys keys, SecureRandom random) {
    this.keys = keys;
    this.random = random;
  }

  /// Who gets the rewards.
  public ProgramHash owner() {
    return Script.owner(Script.STANDARD, code());
  }

  /// The wallet's key: play money, and meant to be shared.
  public DevKey key() {
    return keys.wallet();
  }

  /// A payment of one output; empty when these coins do not suffice.
  public Optional<ElaTransaction> pay(List<Unspent> coins, TxOutput to) {
    boolean deposit = to.payload() instanceof OutputPayload.CrossChain;
    Payload payload = deposit ? new SideChainPayload.DepositV1() : new BasicPayload.TransferAsset();
    return build(
            coins,
            new Draft(
                deposit ? TxType.TRANSFER_CROSS_CHAIN_ASSET : TxType.TRANSFER_ASSET,
                payload,
                deposit ? 1 : 0,
                to))
        .map(tx -> Confirms.sign(tx, code(), List.of(keys.wallet())));
  }

  /// What a side chain's withdrawal asks for.
  ///
  /// @param sideTransaction its hash as the output names it
  public record Withdrawal(
      ProgramHash from, Hash256 sideTransaction, ProgramHash to, Sela amount) {}

  /// A withdrawal, signed by the agreement of the council of a set.
  public Optional<ElaTransaction> withdraw(
      List<Unspent> coins, Withdrawal asked, int set, int agreement) {
    Bytes address =
        Bytes.of(new ElaAddress(asked.from).toString().getBytes(StandardCharsets.US_ASCII));
    TxOutput to =
        new TxOutput(
            TxOutput.ELA,
            asked.amount,
            0,
            asked.to,
            new OutputPayload.Withdrawal(address, asked.sideTransaction, Bytes.EMPTY));
    List<Bytes> council = keys.arbiters(set).council();
    Bytes code = Script.multi(agreement, council, Script.ARBITER_END);
    return build(
            coins,
            new Draft(TxType.WITHDRAW_FROM_SIDE_CHAIN, new SideChainPayload.WithdrawV1(), 1, to))
        .map(tx -> Confirms.sign(tx, code, keys.seats(set).subList(0, agreement)));
  }

  private record Draft(TxType type, Payload payload, int payloadVersion, TxOutput to) {}

  /// Oldest coins first; what is left goes back to where they came from.
  private Optional<ElaTransaction> build(List<Unspent> coins, Draft draft) {
    List<TxInput> inputs = new ArrayList<>();
    long needed = draft.to.value().units() + FEE;
    ProgramHash change = draft.to.programHash();
    for (Unspent coin : coins) {
      if (needed > 0 && coin.mature() && !coin.claimed()) {
        inputs.add(new TxInput(coin.at().txid(), coin.at().index(), TxInput.FINAL_SEQUENCE));
        needed -= coin.coin().output().value().units();
        change = coin.coin().output().programHash();
      }
    }
    if (needed > 0 || draft.to.value().units() < 0) {
      return Optional.empty();
    }
    List<TxOutput> outputs = new ArrayList<>(List.of(draft.to));
    if (needed < 0) {
      outputs.add(TxOutput.of(change, new Sela(-needed)));
    }
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    return Optional.of(
        new ElaTransaction(
            ElaTransaction.VERSION_9,
            draft.type,
            draft.payloadVersion,
            draft.payload,
            List.of(new Attribute(Attribute.NONCE, Bytes.of(nonce))),
            inputs,
            outputs,
            0,
            List.of()));
  }

  private Bytes code() {
    return Script.standard(keys.wallet().publicKey());
  }
}
