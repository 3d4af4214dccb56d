// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.ela;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.AuxPow;
import org.elastos.smartweb.chain.ela.Confirm;
import org.elastos.smartweb.chain.ela.ElaHeader;
import org.elastos.smartweb.chain.ela.tx.ElaBlock;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.OutputPayload;
import org.elastos.smartweb.chain.ela.tx.TxOutput;
import org.elastos.smartweb.chain.ela.verify.HeaderCheck;
import org.elastos.smartweb.chain.ela.verify.MerkleTree;
import org.elastos.smartweb.chain.ela.verify.Verdict;

/// What stands in the chain's values, whole, for people and scripts. Stateless.
public final class ElaView {
  private ElaView() {}

  /// Every field of a header, its hash, its proof, and whether the proof holds.
  ///
  /// @param chainId the id under which the block is merge-mined
  public static Map<String, Object> header(ElaHeader header, int chainId) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("hash", ElaJson.hash(header.hash()));
    map.put("version", header.version());
    map.put("previous", ElaJson.hash(header.previous()));
    map.put("merkleRoot", ElaJson.hash(header.merkleRoot()));
    map.put("timestamp", header.timestamp());
    map.put("time", Instant.ofEpochSecond(header.timestamp()).toString());
    map.put("bits", String.format(Locale.ROOT, "%08x", header.bits()));
    map.put("nonce", header.nonce());
    map.put("height", header.height());
    map.put("auxPow", auxPow(header.auxPow()));
    Map<String, Object> verdict = verdict(new HeaderCheck(chainId).verify(header));
    verdict.put("chainId", chainId);
    map.put("auxPowVerdict", verdict);
    return map;
  }

  /// Every part of a merge-mining proof, and the parent's hash, which carries the work.
  public static Map<String, Object> auxPow(AuxPow proof) {
    AuxPow.Parts parts = proof.parts();
    Map<String, Object> map = new LinkedHashMap<>(ElaJson.record(parts));
    map.put("parentHeaderHash", ElaJson.hash(parts.parentHeader().hash()));
    return map;
  }

  /// A rule's verdict: whether it holds, else the stable code and what was found.
  public static Map<String, Object> verdict(Verdict verdict) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("valid", verdict.holds());
    if (verdict instanceof Verdict.Invalid invalid) {
      map.put("code", invalid.code());
      map.put("facts", invalid.facts());
    }
    return map;
  }

  /// Every field of a transaction, and its id.
  public static Map<String, Object> transaction(ElaTransaction transaction) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("txid", ElaJson.hash(transaction.txid()));
    map.put("bytes", transaction.encoded().size());
    map.put("version", transaction.version());
    map.put("type", transaction.type().name().toLowerCase(Locale.ROOT));
    map.put("typeCode", transaction.type().code());
    map.put("payloadVersion", transaction.payloadVersion());
    map.put("payload", ElaJson.kindOf((Record) transaction.payload()));
    map.put("attributes", transaction.attributes().stream().map(ElaJson::record).toList());
    map.put("inputs", transaction.inputs().stream().map(ElaJson::record).toList());
    map.put("outputs", transaction.outputs().stream().map(ElaView::output).toList());
    map.put("lockTime", transaction.lockTime());
    map.put("programs", transaction.programs().stream().map(ElaJson::record).toList());
    return map;
  }

  /// A block's header, whether its transactions lead to its root, and the transactions.
  public static Map<String, Object> block(ElaBlock block, int chainId) {
    List<Hash256> ids = block.transactions().stream().map(ElaTransaction::txid).toList();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("header", header(block.header(), chainId));
    map.put("merkleVerdict", verdict(MerkleTree.check(ids, block.header().merkleRoot())));
    map.put("transactions", block.transactions().stream().map(ElaView::transaction).toList());
    return map;
  }

  /// A confirm's proposal and votes, the hash that the votes name, and how many distinct signers
  /// accept. Whether they are arbiters is not said: that takes the chain.
  public static Map<String, Object> confirm(Confirm confirm) {
    Map<String, Object> map = new LinkedHashMap<>(ElaJson.record(confirm));
    map.put("proposalHash", ElaJson.hash(confirm.proposal().hash()));
    map.put(
        "distinctAccepting",
        confirm.votes().stream()
            .filter(vote -> vote.accept())
            .map(vote -> vote.signer())
            .distinct()
            .count());
    return map;
  }

  private static Map<String, Object> output(TxOutput output) {
    Map<String, Object> map = new LinkedHashMap<>(ElaJson.record(output));
    OutputPayload payload = output.payload();
    map.put("type", payload.type());
    map.put("payload", ElaJson.kindOf((Record) payload));
    return map;
  }
}
