// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.rpc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.devnet.ela.chain.Candidate;
import org.elastos.smartweb.chain.devnet.ela.chain.DevChain;
import org.elastos.smartweb.chain.devnet.ela.rules.DevRules;
import org.elastos.smartweb.chain.devnet.ela.rules.Flaw;
import org.elastos.smartweb.chain.ela.AuxPow;
import org.elastos.smartweb.chain.ela.Decoded;
import org.elastos.smartweb.chain.ela.ElaCodec;
import org.elastos.smartweb.chain.ela.ElaHash;

/// Mining. The merge-mining methods print hashes in internal order, as the real node does.
/// Thread-safe.
final class MiningMethods {
  private final DevChain chain;

  MiningMethods(DevChain chain) {
    this.chain = chain;
  }

  Map<String, RpcMethod> all() {
    return Map.of(
        "createauxblock", RpcMethod.of(this::create, "paytoaddress"),
        "submitauxblock", RpcMethod.of(this::submit, "blockhash", "auxpow"),
        "discretemining", RpcMethod.of(p -> mine(chain, p.number("count")), "count"));
  }

  /// Mines, and answers with display hashes.
  static List<String> mine(DevChain chain, long count) {
    if (count < 1 || count > 1_000) {
      throw RpcParameters.bad("count");
    }
    return display(chain.mine((int) count));
  }

  static List<String> display(List<Hash256> hashes) {
    return hashes.stream().map(ElaHash::display).toList();
  }

  private Object create(RpcParameters parameters) {
    Candidate candidate = chain.candidate(parameters.address("paytoaddress"));
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("chainid", DevRules.CHAIN_ID);
    out.put("height", candidate.fields().height() - 1);
    out.put("coinbasevalue", candidate.transactions().getFirst().outputs().get(1).value().units());
    out.put("bits", Long.toHexString(candidate.fields().bits()));
    out.put("hash", candidate.hash().hex());
    out.put("previousblockhash", candidate.fields().previous().hex());
    return out;
  }

  private Object submit(RpcParameters parameters) {
    Hash256 block = parameters.internalHash("blockhash");
    Decoded<AuxPow> proof = ElaCodec.readAuxPow(parameters.bytes("auxpow").bytes());
    if (!(proof instanceof Decoded.Value<AuxPow>(AuxPow auxPow))) {
      throw new RpcRefusal(RpcRefusal.INTERNAL, "auxpow deserialization failed");
    }
    Optional<Flaw> flaw = chain.submitWork(block, auxPow);
    if (flaw.isPresent()) {
      throw new RpcRefusal(RpcRefusal.INTERNAL, flaw.get());
    }
    return true;
  }
}
