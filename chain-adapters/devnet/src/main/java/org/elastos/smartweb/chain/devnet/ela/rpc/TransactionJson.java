// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.rpc;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.devnet.ela.chain.DevChain;
import org.elastos.smartweb.chain.devnet.ela.chain.Place;
import org.elastos.smartweb.chain.ela.ElaHash;
import org.elastos.smartweb.chain.ela.address.ElaAddress;
import org.elastos.smartweb.chain.ela.tx.BasicPayload;
import org.elastos.smartweb.chain.ela.tx.ConsensusPayload;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.OutputPayload;
import org.elastos.smartweb.chain.ela.tx.Payload;
import org.elastos.smartweb.chain.ela.tx.TxOutput;

/// Transactions as the node prints them. Stateless.
final class TransactionJson {
  private TransactionJson() {}

  static Map<String, Object> of(ElaTransaction tx) {
    int size = tx.encoded().size();
    String id = ElaHash.display(tx.txid());
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("txid", id);
    out.put("hash", id);
    out.put("size", size);
    out.put("vsize", size);
    out.put("version", tx.version());
    out.put("type", tx.type().code());
    out.put("payloadversion", tx.payloadVersion());
    out.put("payload", payload(tx.payload()));
    out.put(
        "attributes",
        tx.attributes().stream()
            .map(each -> Map.of("usage", each.usage(), "data", each.data().hex()))
            .toList());
    out.put(
        "vin",
        tx.inputs().stream()
            .map(each ->
                Map.of(
                    "txid",
                    ElaHash.display(each.previous()),
                    "vout",
                    each.index(),
                    "sequence",
                    each.sequence()))
            .toList());
    out.put("vout", outputs(tx.outputs()));
    out.put("locktime", tx.lockTime());
    out.put(
        "programs",
        tx.programs().stream()
            .map(each -> Map.of("code", each.code().hex(), "parameter", each.parameter().hex()))
            .toList());
    return out;
  }

  /// With its block, where it stands in one.
  static Map<String, Object> inContext(ElaTransaction tx, Optional<Place> place, DevChain chain) {
    Map<String, Object> out = of(tx);
    out.put("blockhash", place.map(at -> ElaHash.display(at.block())).orElse(""));
    out.put("confirmations", place.map(at -> chain.height() - at.height() + 1).orElse(0L));
    out.put("time", place.map(Place::timestamp).orElse(0L));
    out.put("blocktime", place.map(Place::timestamp).orElse(0L));
    return out;
  }

  static String text(Bytes bytes) {
    return new String(bytes.bytes(), StandardCharsets.UTF_8);
  }

  private static List<Map<String, Object>> outputs(List<TxOutput> outputs) {
    List<Map<String, Object>> out = new ArrayList<>();
    for (TxOutput each : outputs) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("value", each.value().toString());
      one.put("n", out.size());
      one.put("address", new ElaAddress(each.programHash()).toString());
      one.put("assetid", ElaHash.display(each.assetId()));
      one.put("outputlock", each.outputLock());
      one.put("type", each.payload().type());
      one.put("payload", payload(each.payload()));
      out.add(one);
    }
    return out;
  }

  private static Map<String, Object> payload(Payload payload) {
    Map<String, Object> out = new LinkedHashMap<>();
    switch (payload) {
      case BasicPayload.CoinBase(Bytes info) -> out.put("coinbasedata", text(info));
      case ConsensusPayload.NextTurnDposInfo info -> {
        out.put("workingheight", info.workingHeight());
        out.put("crpublickeys", info.councilKeys().stream().map(Bytes::hex).toList());
        out.put("dpospublickeys", info.producerKeys().stream().map(Bytes::hex).toList());
        out.put(
            "completecrpublickeys", info.completeCouncilKeys().stream().map(Bytes::hex).toList());
      }
      case ConsensusPayload.RevertToPow leave -> {
        out.put("type", leave.reason());
        out.put("workingheight", leave.workingHeight());
      }
      case ConsensusPayload.RevertToDpos back -> {
        out.put("workheightinterval", back.workHeightInterval());
        out.put("reverttopowblockheight", back.revertToPowHeight());
      }
      default -> {
        // The other types that stand in a development chain have empty payloads or say all in
        // their outputs.
      }
    }
    return out;
  }

  private static Map<String, Object> payload(OutputPayload payload) {
    Map<String, Object> out = new LinkedHashMap<>();
    switch (payload) {
      case OutputPayload.CrossChain deposit -> {
        out.put("Version", 0);
        out.put("TargetAddress", text(deposit.targetAddress()));
        out.put("TargetAmount", deposit.targetAmount().toString());
        out.put("TargetData", deposit.targetData().hex());
      }
      case OutputPayload.Withdrawal withdrawal -> {
        out.put("Version", 0);
        out.put("GenesisBlockAddress", text(withdrawal.genesisBlockAddress()));
        out.put("SideChainTransactionHash", withdrawal.sideTransaction().hex());
        out.put("TargetData", withdrawal.targetData().hex());
      }
      case OutputPayload.ReturnedDeposit refund -> {
        out.put("Version", 0);
        out.put("GenesisBlockAddress", text(refund.genesisBlockAddress()));
        out.put("DepositTransactionHash", refund.deposit().hex());
      }
      default -> {
        // Plain outputs say nothing; the other types do not stand in a development chain.
      }
    }
    return out;
  }
}
