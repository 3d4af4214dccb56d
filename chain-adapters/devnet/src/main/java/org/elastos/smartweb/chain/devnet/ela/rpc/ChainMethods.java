// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.rpc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.devnet.ela.chain.DevChain;
import org.elastos.smartweb.chain.devnet.ela.rules.Arbiters;
import org.elastos.smartweb.chain.devnet.ela.rules.Consensus;
import org.elastos.smartweb.chain.ela.Confirm;
import org.elastos.smartweb.chain.ela.ElaCodec;
import org.elastos.smartweb.chain.ela.ElaHash;
import org.elastos.smartweb.chain.ela.tx.DposBlock;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;

/// Questions about blocks, transactions and arbiters. Thread-safe.
final class ChainMethods {
  private final DevChain chain;

  ChainMethods(DevChain chain) {
    this.chain = chain;
  }

  Map<String, RpcMethod> all() {
    Map<String, RpcMethod> all = new LinkedHashMap<>();
    all.put("getblockcount", RpcMethod.of(_ -> chain.height() + 1));
    all.put("getcurrentheight", RpcMethod.of(_ -> chain.height()));
    all.put("getbestblockhash", RpcMethod.of(_ -> hashAt(chain.height())));
    all.put("getblockhash", RpcMethod.of(this::blockHash, "height"));
    all.put("getblock", RpcMethod.of(this::block, "blockhash", "verbosity"));
    all.put(
        "getblockbyheight",
        RpcMethod.of(p -> BlockJson.of(blockAt(p.number("height")), chain, true), "height"));
    all.put(
        "getconfirmbyheight",
        RpcMethod.of(p -> confirm(blockAt(p.number("height")), p), "height", "verbosity"));
    all.put(
        "getconfirmbyhash",
        RpcMethod.of(p -> confirm(find(p.displayHash("blockhash")), p), "blockhash", "verbosity"));
    all.put("getrawtransaction", RpcMethod.of(this::transaction, "txid", "verbose"));
    all.put("getrawmempool", RpcMethod.of(this::mempool, "state"));
    all.put("getarbitratorgroupbyheight", RpcMethod.of(this::arbitratorGroup, "height"));
    all.put("getarbitersinfo", RpcMethod.of(_ -> arbitersInfo()));
    all.put(
        "getcrosschainpeersinfo",
        RpcMethod.of(_ -> Map.of("nodepublickeys", sorted(current().seats()))));
    all.put(
        "getcrcpeersinfo",
        RpcMethod.of(_ -> Map.of("nodepublickeys", sorted(current().council()))));
    return all;
  }

  /// Here alone the real node calls a missing block a bad parameter.
  private Object blockHash(RpcParameters parameters) {
    return chain
        .hashAt(parameters.number("height"))
        .map(ElaHash::display)
        .orElseThrow(() -> RpcParameters.bad("height"));
  }

  private Object block(RpcParameters parameters) {
    DposBlock block = find(parameters.displayHash("blockhash"));
    long verbosity = parameters.optionalNumber("verbosity").orElse(1L);
    return verbosity == 0
        ? block.block().encoded().hex()
        : BlockJson.of(block, chain, verbosity > 1);
  }

  private static Object confirm(DposBlock block, RpcParameters parameters) {
    Confirm confirm =
        block
            .confirm()
            .orElseThrow(() -> new RpcRefusal(RpcRefusal.UNKNOWN_CONFIRM, "Unknown Confirm"));
    return parameters.optionalNumber("verbosity").orElse(1L) == 0
        ? ElaCodec.write(confirm, Confirm::write).hex()
        : BlockJson.of(confirm);
  }

  private Object transaction(RpcParameters parameters) {
    Hash256 txid = parameters.displayHash("txid");
    ElaTransaction tx =
        chain
            .transaction(txid)
            .or(() -> chain.waiting(txid))
            .orElseThrow(
                () -> new RpcRefusal(RpcRefusal.UNKNOWN_TRANSACTION, "Unknown Transaction"));
    return parameters.flag("verbose", false)
        ? TransactionJson.inContext(tx, chain.place(txid), chain)
        : tx.encoded().hex();
  }

  private Object mempool(RpcParameters parameters) {
    boolean whole = parameters.optionalText("state").orElse("").equals("all");
    return chain.waiting().stream()
        .map(tx -> whole ? TransactionJson.of(tx) : ElaHash.display(tx.txid()))
        .toList();
  }

  /// Like the real node: the set of now, whatever the height.
  private Object arbitratorGroup(RpcParameters parameters) {
    long height = parameters.number("height");
    hashAt(height);
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("ondutyarbitratorindex", duty(height));
    out.put("arbitrators", current().seats().stream().map(Bytes::hex).toList());
    return out;
  }

  private Object arbitersInfo() {
    Consensus consensus = chain.consensus();
    List<String> seats = consensus.current().seats().stream().map(Bytes::hex).toList();
    Optional<Consensus.Turn> next = consensus.next();
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("arbiters", seats);
    out.put("candidates", List.of());
    out.put(
        "nextarbiters",
        next.map(turn -> turn.arbiters().seats().stream().map(Bytes::hex).toList())
            .orElse(List.of()));
    out.put("nextcandidates", List.of());
    out.put("ondutyarbiter", seats.get(duty(chain.height() + 1)));
    out.put("nextturnstartheight", next.map(turn -> turn.workingHeight() + 1).orElse(0L));
    return out;
  }

  private int duty(long height) {
    return (int) (height % current().seats().size());
  }

  private Arbiters current() {
    return chain.consensus().current();
  }

  private static List<String> sorted(List<Bytes> keys) {
    return keys.stream().map(Bytes::hex).sorted().toList();
  }

  private String hashAt(long height) {
    return ElaHash.display(internalAt(height));
  }

  private Hash256 internalAt(long height) {
    return chain.hashAt(height).orElseThrow(ChainMethods::unknownBlock);
  }

  private DposBlock blockAt(long height) {
    return find(internalAt(height));
  }

  private DposBlock find(Hash256 hash) {
    return chain.block(hash).orElseThrow(ChainMethods::unknownBlock);
  }

  private static RpcRefusal unknownBlock() {
    return new RpcRefusal(RpcRefusal.UNKNOWN_BLOCK, "Unknown Block");
  }
}
