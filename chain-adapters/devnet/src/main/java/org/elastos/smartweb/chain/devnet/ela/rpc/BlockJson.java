// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.rpc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.chain.devnet.ela.chain.DevChain;
import org.elastos.smartweb.chain.ela.Confirm;
import org.elastos.smartweb.chain.ela.ElaHash;
import org.elastos.smartweb.chain.ela.ElaHeader;
import org.elastos.smartweb.chain.ela.tx.BasicPayload;
import org.elastos.smartweb.chain.ela.tx.DposBlock;
import org.elastos.smartweb.chain.ela.tx.ElaBlock;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;

/// Blocks and confirms as the node prints them. Stateless.
final class BlockJson {
  private BlockJson() {}

  /// A block with ids of transactions (verbosity 1) or whole ones (2).
  static Map<String, Object> of(DposBlock stored, DevChain chain, boolean whole) {
    ElaBlock block = stored.block();
    ElaHeader header = block.header();
    int size = block.encoded().size();
    Optional<Long> active = chain.heightOf(header.hash());
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("hash", ElaHash.display(header.hash()));
    out.put("confirmations", active.map(at -> chain.height() - at + 1).orElse(0L));
    out.put("strippedsize", size);
    out.put("size", size);
    out.put("weight", size * 4);
    out.put("height", header.height());
    out.put("version", header.version());
    out.put("versionhex", String.format("%08x", header.version()));
    out.put("merkleroot", ElaHash.display(header.merkleRoot()));
    out.put("tx", block.transactions().stream().map(tx -> transaction(tx, whole)).toList());
    out.put("time", header.timestamp());
    out.put("mediantime", header.timestamp());
    out.put("nonce", header.nonce());
    out.put("bits", header.bits());
    out.put("previousblockhash", ElaHash.display(header.previous()));
    out.put(
        "nextblockhash",
        active.flatMap(at -> chain.hashAt(at + 1)).map(ElaHash::display).orElse(""));
    out.put("auxpow", header.auxPow().encoded().hex());
    out.put("minerinfo", minerInfo(block.transactions()));
    return out;
  }

  static Map<String, Object> of(Confirm confirm) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("blockhash", ElaHash.display(confirm.proposal().blockHash()));
    out.put("sponsor", confirm.proposal().sponsor().hex());
    out.put("viewoffset", confirm.proposal().viewOffset());
    out.put(
        "votes",
        confirm.votes().stream()
            .map(vote -> Map.of("signer", vote.signer().hex(), "accept", vote.accept()))
            .toList());
    return out;
  }

  private static Object transaction(ElaTransaction tx, boolean whole) {
    return whole ? TransactionJson.of(tx) : ElaHash.display(tx.txid());
  }

  private static String minerInfo(List<ElaTransaction> transactions) {
    return transactions.getFirst().payload() instanceof BasicPayload.CoinBase coinbase
        ? TransactionJson.text(coinbase.minerInfo())
        : "";
  }
}
