// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.rpc;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.devnet.ela.chain.DevChain;
import org.elastos.smartweb.chain.devnet.ela.chain.Wallet;
import org.elastos.smartweb.chain.devnet.ela.rules.Arbiters;
import org.elastos.smartweb.chain.devnet.ela.rules.DevRules;
import org.elastos.smartweb.chain.devnet.ela.rules.Flaw;
import org.elastos.smartweb.chain.ela.Decoded;
import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.Sela;
import org.elastos.smartweb.chain.ela.tx.DposBlock;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.TxCodec;
import org.elastos.smartweb.chain.ela.tx.TxOutput;

/// The controls that the real node does not have. Thread-safe.
final class DevMethods {
  private final DevChain chain;

  DevMethods(DevChain chain) {
    this.chain = chain;
  }

  Map<String, RpcMethod> all() {
    Map<String, RpcMethod> all = new LinkedHashMap<>();
    all.put(
        "dev_mine",
        RpcMethod.of(
            p -> MiningMethods.mine(chain, p.optionalNumber("count").orElse(1L)), "count"));
    all.put("dev_reorganize", RpcMethod.of(this::reorganize, "depth"));
    all.put(
        "dev_pow_mode",
        RpcMethod.of(p -> MiningMethods.display(chain.powMode(p.flag("on", true))), "on"));
    all.put("dev_rotate", RpcMethod.of(_ -> MiningMethods.display(chain.rotate())));
    all.put("dev_submitblock", RpcMethod.of(this::submitBlock, "block"));
    all.put("dev_fund", RpcMethod.of(this::fund, "address", "amount"));
    all.put(
        "dev_withdraw",
        RpcMethod.of(this::withdraw, "from", "sidetransaction", "address", "amount"));
    all.put("dev_wallet", RpcMethod.of(_ -> wallet()));
    all.put("dev_parameters", RpcMethod.of(_ -> parameters()));
    return all;
  }

  private Object reorganize(RpcParameters parameters) {
    long depth = parameters.number("depth");
    if (depth < 1 || depth > 1_000) {
      throw RpcParameters.bad("depth");
    }
    List<Hash256> blocks = chain.reorganize((int) depth);
    if (blocks.isEmpty()) {
      throw new RpcRefusal(RpcRefusal.INTERNAL, "not so many blocks to replace");
    }
    return MiningMethods.display(blocks);
  }

  private Object submitBlock(RpcParameters parameters) {
    Decoded<DposBlock> read = TxCodec.readDposBlock(parameters.bytes("block").bytes());
    if (!(read instanceof Decoded.Value<DposBlock>(DposBlock block))) {
      throw RpcParameters.bad("block");
    }
    Optional<Flaw> flaw = chain.submitBlock(block);
    if (flaw.isPresent()) {
      throw new RpcRefusal(RpcRefusal.INTERNAL, flaw.get());
    }
    return true;
  }

  private Object fund(RpcParameters parameters) {
    ProgramHash to = parameters.address("address");
    Sela amount = parameters.amount("amount");
    Wallet wallet = chain.wallet();
    return wallet
        .pay(chain.unspent(wallet.owner()), TxOutput.of(to, amount))
        .map(tx -> WalletMethods.submit(chain, tx))
        .orElseThrow(() -> new RpcRefusal(RpcRefusal.INTERNAL, "the wallet holds too little"));
  }

  /// Pays a withdrawal from a side chain's address, signed by the council.
  private Object withdraw(RpcParameters parameters) {
    Wallet.Withdrawal asked =
        new Wallet.Withdrawal(
            parameters.address("from"),
            parameters.internalHash("sidetransaction"),
            parameters.address("address"),
            parameters.amount("amount"));
    Optional<ElaTransaction> tx =
        chain
            .wallet()
            .withdraw(
                chain.unspent(asked.from()),
                asked,
                chain.consensus().current().number(),
                chain.rules().bpos().agreement());
    return tx.map(each -> WalletMethods.submit(chain, each))
        .orElseThrow(() -> new RpcRefusal(RpcRefusal.INTERNAL, "too little is locked there"));
  }

  private Object wallet() {
    Wallet wallet = chain.wallet();
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("address", WalletMethods.address(wallet.owner()));
    out.put("publickey", wallet.key().publicKey().hex());
    out.put("privatekey", HexFormat.of().formatHex(wallet.key().secret()));
    return out;
  }

  /// What a verifier has to know to follow this chain.
  private Object parameters() {
    DevRules rules = chain.rules();
    Arbiters first = chain.keys().arbiters(0);
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("development", true);
    out.put("genesis", chain.hashAt(0).map(Hash256::hex).orElse(""));
    out.put("chainid", DevRules.CHAIN_ID);
    out.put("magic", rules.magic());
    out.put("bits", Long.toHexString(rules.bits()));
    out.put("maturity", rules.money().maturity());
    out.put("seats", rules.bpos().seats());
    out.put("agreement", rules.bpos().agreement());
    out.put("confirmsfrom", rules.bpos().confirmsFrom());
    out.put("turn", rules.bpos().turn());
    out.put("xfrozenfrom", rules.crossChain().frozenFrom());
    out.put("xrestrictedfrom", rules.crossChain().restrictedFrom());
    out.put("depositfee", rules.crossChain().depositFee().units());
    out.put("arbiters", first.seats().stream().map(Bytes::hex).toList());
    out.put("council", first.council().stream().map(Bytes::hex).toList());
    return out;
  }
}
