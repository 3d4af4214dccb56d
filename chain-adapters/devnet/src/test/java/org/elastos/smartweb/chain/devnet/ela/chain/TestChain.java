// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.chain;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.devnet.ela.rules.DevKey;
import org.elastos.smartweb.chain.devnet.ela.rules.DevRules;
import org.elastos.smartweb.chain.devnet.ela.rules.OutPoint;
import org.elastos.smartweb.chain.devnet.ela.rules.Script;
import org.elastos.smartweb.chain.ela.ElaWriter;
import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.Sela;
import org.elastos.smartweb.chain.ela.tx.BasicPayload;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.OutputPayload;
import org.elastos.smartweb.chain.ela.tx.Payload;
import org.elastos.smartweb.chain.ela.tx.Program;
import org.elastos.smartweb.chain.ela.tx.SideChainPayload;
import org.elastos.smartweb.chain.ela.tx.TxInput;
import org.elastos.smartweb.chain.ela.tx.TxOutput;
import org.elastos.smartweb.chain.ela.tx.TxType;

/// Chains and transactions for tests.
public final class TestChain {
  /// What the tests' clock always says.
  public static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));

  /// The constants of tests: coinbases mature after two blocks, a set is announced every ten.
  public static final DevRules RULES = DevRules.standard().withMaturity(2).withTurn(10);

  /// A side chain's address.
  public static final ProgramHash SIDE_CHAIN =
      Script.owner(Script.CROSS_CHAIN, Bytes.fromHex("20" + "ab".repeat(32) + "af"));

  private TestChain() {}

  /// Opens a chain.
  public static DevChain open(Path directory, DevRules rules) {
    return DevChain.open(directory, rules, CLOCK, new SecureRandom());
  }

  /// A key by its name.
  public static DevKey key(String name) {
    return DevKey.of(Arrays.copyOf(name.getBytes(StandardCharsets.UTF_8), Hash256.BYTES));
  }

  /// Who owns what one key unlocks.
  public static ProgramHash owner(DevKey key) {
    return Script.owner(Script.STANDARD, Script.standard(key.publicKey()));
  }

  /// A transfer that is not signed.
  public static ElaTransaction transfer(List<TxInput> inputs, List<TxOutput> outputs) {
    return new ElaTransaction(
        ElaTransaction.VERSION_9,
        TxType.TRANSFER_ASSET,
        0,
        new BasicPayload.TransferAsset(),
        List.of(),
        inputs,
        outputs,
        0,
        List.of());
  }

  /// An input with the sequence of wallets.
  public static TxInput input(OutPoint at) {
    return new TxInput(at.txid(), at.index(), TxInput.FINAL_SEQUENCE);
  }

  /// The same transaction signed by one key.
  public static ElaTransaction signed(ElaTransaction tx, DevKey key) {
    return Confirms.sign(tx, Script.standard(key.publicKey()), List.of(key));
  }

  /// The same transaction with a script that these keys sign.
  public static ElaTransaction signed(ElaTransaction tx, Bytes code, List<DevKey> keys) {
    return Confirms.sign(tx, code, keys);
  }

  /// The same transaction with any program.
  public static ElaTransaction withProgram(ElaTransaction tx, Bytes parameter, Bytes code) {
    return tx.withPrograms(List.of(new Program(parameter, code)));
  }

  /// Gives an owner a coin in a block of its own.
  public static OutPoint fund(DevChain chain, ProgramHash owner, long sela) {
    while (chain.height() < chain.rules().money().maturity() + 1) {
      chain.mine(1);
    }
    ElaTransaction tx =
        chain
            .wallet()
            .pay(chain.unspent(chain.wallet().owner()), TxOutput.of(owner, new Sela(sela)))
            .orElseThrow();
    chain
        .submit(tx)
        .ifPresent(flaw -> {
          throw new AssertionError(flaw);
        });
    chain.mine(1);
    return new OutPoint(tx.txid(), 0);
  }

  /// Locks coins at a side chain's address.
  public static OutPoint lock(DevChain chain, long sela) {
    OutPoint at = fund(chain, owner(key("depositor")), sela + 20_000);
    ElaTransaction deposit = deposit(at, sela, sela - 10_000);
    chain
        .submit(signed(deposit, key("depositor")))
        .ifPresent(flaw -> {
          throw new AssertionError(flaw);
        });
    chain.mine(1);
    return new OutPoint(deposit.txid(), 0);
  }

  /// A deposit that is not signed.
  public static ElaTransaction deposit(OutPoint at, long sela, long target) {
    OutputPayload payload =
        new OutputPayload.CrossChain(ascii("0x" + "11".repeat(20)), new Sela(target), Bytes.EMPTY);
    return typed(
        TxType.TRANSFER_CROSS_CHAIN_ASSET,
        new SideChainPayload.DepositV1(),
        List.of(at),
        List.of(new TxOutput(TxOutput.ELA, new Sela(sela), 0, SIDE_CHAIN, payload)));
  }

  /// A transaction of any type, not signed; deposits and withdrawals have payload version 1.
  public static ElaTransaction typed(
      TxType type, Payload payload, List<OutPoint> spent, List<TxOutput> outputs) {
    int version =
        type == TxType.RETURN_SIDE_CHAIN_DEPOSIT_COIN || type == TxType.TRANSFER_ASSET ? 0 : 1;
    return new ElaTransaction(
        ElaTransaction.VERSION_9,
        type,
        version,
        payload,
        List.of(),
        spent.stream().map(TestChain::input).toList(),
        outputs,
        0,
        List.of());
  }

  /// The parameter that holds these signatures.
  public static Bytes parameter(List<Bytes> signatures) {
    ElaWriter out = new ElaWriter();
    new ArrayList<>(signatures).forEach(out::varBytes);
    return out.toBytes();
  }

  /// Text as bytes.
  public static Bytes ascii(String text) {
    return Bytes.of(text.getBytes(StandardCharsets.US_ASCII));
  }
}
