// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.AuxPow;
import org.elastos.smartweb.chain.ela.Confirm;
import org.elastos.smartweb.chain.ela.ElaHeader;
import org.elastos.smartweb.chain.ela.ParentHeader;
import org.elastos.smartweb.chain.ela.ParentTransaction;
import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.Sela;
import org.elastos.smartweb.chain.ela.Sha256d;
import org.elastos.smartweb.chain.ela.tx.Attribute;
import org.elastos.smartweb.chain.ela.tx.BasicPayload;
import org.elastos.smartweb.chain.ela.tx.ConsensusPayload;
import org.elastos.smartweb.chain.ela.tx.DposBlock;
import org.elastos.smartweb.chain.ela.tx.ElaBlock;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.Payload;
import org.elastos.smartweb.chain.ela.tx.SideChainPayload;
import org.elastos.smartweb.chain.ela.tx.TxInput;
import org.elastos.smartweb.chain.ela.tx.TxOutput;
import org.elastos.smartweb.chain.ela.tx.TxType;
import org.elastos.smartweb.chain.ela.verify.ArbiterSet;
import org.elastos.smartweb.chain.ela.verify.ChainPoint;
import org.elastos.smartweb.chain.ela.verify.ConsensusState;
import org.elastos.smartweb.chain.ela.verify.ElaNetwork;
import org.elastos.smartweb.chain.ela.verify.MerkleTree;
import org.elastos.smartweb.chain.ela.verify.WorkRules;
import org.elastos.smartweb.testkit.Gen;

/// Makes blocks of a small network at an easy target, with arbiters of its own. Deterministic from
/// its seed but for the arbiters' keys and signatures. Not thread-safe.
public final class TestBlocks {
  /// The timestamp of the block at height 0.
  public static final long TIME = 1_700_000_000L;

  /// A time at which no block is too new.
  public static final long NOW = TIME + 50_000_000L;

  private static final long EASY = 0x207f_ffffL;
  private static final int BLOCK_SECONDS = 120;
  private static final int COINBASE_VERSION = 4;

  private final Gen gen;
  private final TestArbiters arbiters;
  private final ElaNetwork network;
  private final ChainOrigin origin;

  private TestBlocks(long seed, long confirmsFrom, boolean known) {
    this.gen = Gen.ofSeed(seed);
    this.arbiters = TestArbiters.SHARED;
    Hash256 genesis = Hash256.of(gen.bytes(Hash256.BYTES));
    this.network =
        new ElaNetwork(
            "test",
            genesis,
            ElaNetwork.CHAIN_ID,
            new WorkRules(EASY, 720, 86_400, 4),
            new ElaNetwork.BposRules(
                TestArbiters.SEATS, confirmsFrom, confirmsFrom, 1, 3_600, 2_000_000, 600),
            new ElaNetwork.CrossChainRules(1_000_000, 2_000_000, 2, 10_000));
    this.origin =
        new ChainOrigin(
            "test",
            new ChainPoint(
                0,
                genesis,
                Hash256.ZERO,
                EASY,
                BigInteger.TWO,
                TIME,
                List.of(TIME),
                ConsensusState.starting(known ? Optional.of(arbiters.set()) : Optional.empty())));
  }

  /// Blocks need confirms from the first one on.
  public static TestBlocks confirmed(long seed) {
    return new TestBlocks(seed, 1, true);
  }

  /// Blocks carry confirms from the first one on, but nobody says whose.
  public static TestBlocks ofUnknownArbiters(long seed) {
    return new TestBlocks(seed, 1, false);
  }

  /// Those who confirm.
  public ArbiterSet arbiters() {
    return arbiters.set();
  }

  /// Blocks need no confirms yet.
  public static TestBlocks byWork(long seed) {
    return new TestBlocks(seed, 900_000, true);
  }

  public ElaNetwork network() {
    return network;
  }

  public ChainOrigin origin() {
    return origin;
  }

  /// Where the chain begins.
  public ChainPosition root() {
    return new ChainPosition(0, origin.point().hash());
  }

  /// So many blocks above a block.
  public List<DposBlock> chain(ChainPosition parent, int count) {
    List<DposBlock> blocks = new ArrayList<>();
    ChainPosition at = parent;
    for (int i = 0; i < count; i++) {
      DposBlock block = block(at);
      blocks.add(block);
      at = position(block);
    }
    return blocks;
  }

  /// A block above another, with a coinbase and these transactions; confirmed if it needs to be.
  public DposBlock block(ChainPosition parent, ElaTransaction... more) {
    ElaBlock block = unconfirmed(parent, more);
    return new DposBlock(
        block,
        needsConfirm(block.header().height())
            ? Optional.of(confirm(block.header().hash()))
            : Optional.empty());
  }

  public Confirm confirm(Hash256 block) {
    return arbiters.confirm(block);
  }

  public ElaBlock unconfirmed(ChainPosition parent, ElaTransaction... more) {
    long height = parent.height() + 1;
    List<ElaTransaction> transactions = new ArrayList<>();
    transactions.add(coinbase(height));
    transactions.addAll(List.of(more));
    Hash256 root = MerkleTree.root(transactions.stream().map(ElaTransaction::txid).toList());
    ElaHeader.Fields fields =
        new ElaHeader.Fields(
            1, parent.hash(), root, TIME + BLOCK_SECONDS * height, EASY, 0, height);
    return new ElaBlock(ElaHeader.of(fields, proof(fields.hash(), true)), transactions);
  }

  /// A block whose proof does not reach the target.
  public DposBlock withoutWork(ChainPosition parent) {
    ElaBlock sound = unconfirmed(parent);
    ElaHeader header = sound.header();
    return new DposBlock(
        new ElaBlock(
            ElaHeader.of(header.fields(), proof(header.hash(), false)), sound.transactions()),
        Optional.of(confirm(header.hash())));
  }

  /// A payment that spends an output.
  public ElaTransaction payment(OutputId spent, ProgramHash to, long sela) {
    return transaction(
        TxType.TRANSFER_ASSET,
        0,
        new BasicPayload.TransferAsset(),
        List.of(new TxInput(spent.txid(), spent.index(), TxInput.FINAL_SEQUENCE)),
        List.of(TxOutput.of(to, new Sela(sela))));
  }

  /// A withdrawal of what is locked, by the council.
  public ElaTransaction withdrawal(OutputId spent, ProgramHash to, long sela) {
    ElaTransaction open =
        transaction(
            TxType.WITHDRAW_FROM_SIDE_CHAIN,
            1,
            new SideChainPayload.WithdrawV1(),
            List.of(new TxInput(spent.txid(), spent.index(), TxInput.FINAL_SEQUENCE)),
            List.of(TxOutput.of(to, new Sela(sela))));
    return open.withPrograms(List.of(arbiters.councilProgram(open.unsigned())));
  }

  /// A payment with a memo.
  public ElaTransaction deposit(OutputId spent, ProgramHash to, long sela, String memo) {
    ElaTransaction plain = payment(spent, to, sela);
    return new ElaTransaction(
        plain.version(),
        plain.type(),
        plain.payloadVersion(),
        plain.payload(),
        List.of(new Attribute(Attribute.MEMO, Bytes.of(memo.getBytes(StandardCharsets.US_ASCII)))),
        plain.inputs(),
        plain.outputs(),
        0,
        List.of());
  }

  /// A block that ends confirms, without one.
  public DposBlock leaving(ChainPosition parent) {
    ElaTransaction leave =
        new ElaTransaction(
            9,
            TxType.REVERT_TO_POW,
            0,
            new ConsensusPayload.RevertToPow(1, parent.height() + 1),
            List.of(),
            List.of(),
            List.of(),
            0,
            List.of());
    return new DposBlock(unconfirmed(parent, leave), Optional.empty());
  }

  /// So many blocks above a block, without confirm.
  public List<DposBlock> bare(ChainPosition parent, int count) {
    List<DposBlock> blocks = new ArrayList<>();
    ChainPosition at = parent;
    for (int i = 0; i < count; i++) {
      DposBlock block = new DposBlock(unconfirmed(at), Optional.empty());
      blocks.add(block);
      at = position(block);
    }
    return blocks;
  }

  public static ChainPosition position(DposBlock block) {
    ElaHeader header = block.block().header();
    return new ChainPosition(header.height(), header.hash());
  }

  private boolean needsConfirm(long height) {
    return height >= network.bpos().confirmsFrom();
  }

  private ElaTransaction coinbase(long height) {
    return new ElaTransaction(
        9,
        TxType.COINBASE,
        COINBASE_VERSION,
        new BasicPayload.CoinBase(Bytes.of(gen.bytes(8))),
        List.of(new Attribute(Attribute.NONCE, Bytes.of(gen.bytes(8)))),
        List.of(new TxInput(Hash256.ZERO, 0xffff, TxInput.FINAL_SEQUENCE)),
        List.of(),
        height,
        List.of());
  }

  private ElaTransaction transaction(
      TxType type,
      int payloadVersion,
      Payload payload,
      List<TxInput> inputs,
      List<TxOutput> outputs) {
    return new ElaTransaction(
        9,
        type,
        payloadVersion,
        payload,
        List.of(new Attribute(Attribute.NONCE, Bytes.of(gen.bytes(8)))),
        inputs,
        outputs,
        0,
        List.of());
  }

  /// A proof without branches: the script names the block, the parent's only transaction is the
  /// coinbase, and the parent header is ground.
  private static AuxPow proof(Hash256 block, boolean reaches) {
    byte[] script =
        ByteBuffer.allocate(44)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(new byte[] {(byte) 0xfa, (byte) 0xbe, 0x6d, 0x6d})
            .put(block.bytes())
            .putInt(1)
            .putInt(0)
            .array();
    ParentTransaction coinbase =
        new ParentTransaction(
            1,
            List.of(
                new ParentTransaction.Input(
                    Hash256.ZERO, 0xffff_ffffL, Bytes.of(script), 0xffff_ffffL)),
            List.of(),
            0);
    ParentHeader open = new ParentHeader(1, Hash256.ZERO, Hash256.ZERO, 0, 0, 0);
    Hash256 root = Sha256d.of(proof(coinbase, open).coinbase().toArray());
    for (long nonce = 0; ; nonce++) {
      ParentHeader parent = new ParentHeader(1, Hash256.ZERO, root, TIME, 0, nonce);
      boolean reached = parent.hash().bytes()[31] >= 0;
      if (reached == reaches) {
        return proof(coinbase, parent);
      }
    }
  }

  private static AuxPow proof(ParentTransaction coinbase, ParentHeader parent) {
    return AuxPow.of(new AuxPow.Parts(coinbase, Hash256.ZERO, List.of(), 0, List.of(), 0, parent));
  }
}
