// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.rpc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.devnet.ela.chain.DevChain;
import org.elastos.smartweb.chain.devnet.ela.chain.Unspent;
import org.elastos.smartweb.chain.devnet.ela.rules.Claims;
import org.elastos.smartweb.chain.devnet.ela.rules.Flaw;
import org.elastos.smartweb.chain.ela.Decoded;
import org.elastos.smartweb.chain.ela.ElaHash;
import org.elastos.smartweb.chain.ela.ElaReader;
import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.Sela;
import org.elastos.smartweb.chain.ela.address.ElaAddress;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.OutputPayload;
import org.elastos.smartweb.chain.ela.tx.TxCodec;
import org.elastos.smartweb.chain.ela.tx.TxInput;
import org.elastos.smartweb.chain.ela.tx.TxOutput;

/// Unspent outputs and sending. Thread-safe.
final class WalletMethods {
  private static final int MOST_HASHES = 10_000;

  private final DevChain chain;

  WalletMethods(DevChain chain) {
    this.chain = chain;
  }

  Map<String, RpcMethod> all() {
    Map<String, RpcMethod> all = new LinkedHashMap<>();
    all.put("sendrawtransaction", RpcMethod.of(this::send, "data"));
    all.put("listunspent", RpcMethod.of(this::listUnspent, "addresses", "utxotype"));
    all.put("getutxosbyamount", RpcMethod.of(this::utxosByAmount, "address", "amount", "utxotype"));
    all.put("getamountbyinputs", RpcMethod.of(this::amountByInputs, "inputs"));
    all.put("getreceivedbyaddress", RpcMethod.of(this::received, "address"));
    all.put(
        "getexistwithdrawtransactions",
        RpcMethod.of(p -> existing(p, Claims.Withdrawal::new), "txs"));
    all.put(
        "getexistreturndeposittransactions",
        RpcMethod.of(p -> existing(p, Claims.Refund::new), "txs"));
    all.put("getsmallcrosstransfertxs", RpcMethod.of(_ -> smallDeposits()));
    all.put("estimatesmartfee", RpcMethod.of(_ -> chain.rules().money().minimumFee().units()));
    return all;
  }

  private Object send(RpcParameters parameters) {
    byte[] bytes = parameters.bytes("data").bytes();
    return switch (TxCodec.readTransaction(bytes)) {
      case Decoded.Refused<ElaTransaction>(var code, int offset, String field) ->
          throw new RpcRefusal(
              RpcRefusal.TRANSACTION, code.code() + " at " + offset + ": " + field);
      case Decoded.Value<ElaTransaction>(ElaTransaction tx) -> submit(chain, tx);
    };
  }

  /// Sends a transaction; the answer is its id.
  static Object submit(DevChain chain, ElaTransaction tx) {
    Optional<Flaw> flaw = chain.submit(tx);
    if (flaw.isPresent()) {
      throw new RpcRefusal(RpcRefusal.TRANSACTION, flaw.get());
    }
    return ElaHash.display(tx.txid());
  }

  private Object listUnspent(RpcParameters parameters) {
    List<Object> out = new ArrayList<>();
    for (String address : parameters.texts("addresses")) {
      ProgramHash owner = RpcParameters.address(address, "addresses");
      for (Unspent each : chain.unspent(owner)) {
        if (each.mature()) {
          out.add(unspent(each, address));
        }
      }
    }
    return out;
  }

  private Object utxosByAmount(RpcParameters parameters) {
    long needed = parameters.amount("amount").units();
    String address = parameters.text("address");
    String type = parameters.optionalText("utxotype").orElse("mixed");
    if (!List.of("mixed", "vote", "normal", "unused").contains(type)) {
      throw RpcParameters.bad("utxotype");
    }
    List<Object> out = new ArrayList<>();
    for (Unspent each : chain.unspent(parameters.address("address"))) {
      boolean wanted = !type.equals("vote") && !(type.equals("unused") && each.claimed());
      if (needed > 0 && each.mature() && wanted) {
        out.add(unspent(each, address));
        needed -= each.coin().output().value().units();
      }
    }
    if (needed > 0) {
      throw new RpcRefusal(RpcRefusal.INTERNAL, "not enough utxo");
    }
    return out;
  }

  private Map<String, Object> unspent(Unspent each, String address) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("txtype", each.coin().coinbase() ? 0 : 2);
    out.put("txid", ElaHash.display(each.at().txid()));
    out.put("assetid", ElaHash.display(TxOutput.ELA));
    out.put("amount", each.coin().output().value().toString());
    out.put("vout", each.at().index());
    out.put("outputlock", each.coin().output().outputLock());
    out.put("confirmations", chain.height() - each.coin().height() + 1);
    out.put("address", address);
    return out;
  }

  private Object amountByInputs(RpcParameters parameters) {
    Decoded<List<TxInput>> read =
        ElaReader.decode(
            parameters.bytes("inputs").bytes(),
            in -> in.list(TxInput.BYTES, "inputs", TxInput::read));
    if (!(read instanceof Decoded.Value<List<TxInput>>(List<TxInput> inputs))) {
      throw RpcParameters.bad("inputs");
    }
    Sela sum = Sela.ZERO;
    for (TxInput input : inputs) {
      ElaTransaction tx =
          chain
              .transaction(input.previous())
              .filter(found -> input.index() < found.outputs().size())
              .orElseThrow(
                  () -> new RpcRefusal(RpcRefusal.UNKNOWN_TRANSACTION, "Unknown Transaction"));
      sum = sum.plus(tx.outputs().get(input.index()).value());
    }
    return sum.toString();
  }

  private Object received(RpcParameters parameters) {
    Sela sum = Sela.ZERO;
    for (Unspent each : chain.unspent(parameters.address("address"))) {
      sum = sum.plus(each.coin().output().value());
    }
    return sum.toString();
  }

  /// Like the real node, these two take and give hashes as the outputs name them, not reversed.
  private Object existing(RpcParameters parameters, Function<Hash256, Claims> claim) {
    List<String> asked = parameters.texts("txs");
    if (asked.size() > MOST_HASHES) {
      throw RpcParameters.bad("txs");
    }
    return asked.stream()
        .filter(text -> text.matches("[0-9a-fA-F]{64}"))
        .filter(text -> chain.claimed(claim.apply(Hash256.fromHex(text))))
        .toList();
  }

  private Object smallDeposits() {
    return Map.of(
        "txs",
        chain.waiting().stream()
            .filter(WalletMethods::isSmallDeposit)
            .map(tx -> tx.encoded().hex())
            .toList());
  }

  private static boolean isSmallDeposit(ElaTransaction tx) {
    List<TxOutput> deposits =
        tx.outputs().stream()
            .filter(output -> output.payload() instanceof OutputPayload.CrossChain)
            .toList();
    return !deposits.isEmpty()
        && deposits.stream().allMatch(output -> output.value().units() <= Sela.PER_ELA);
  }

  /// The text of an owner.
  static String address(ProgramHash owner) {
    return new ElaAddress(owner).toString();
  }
}
