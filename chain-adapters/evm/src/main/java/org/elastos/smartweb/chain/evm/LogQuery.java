// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;

/// The parameter of `eth_getLogs`.
final class LogQuery {
  private LogQuery() {}

  static Map<String, Object> of(LogSelection selection, long from, long to) {
    Map<String, Object> query = of(selection);
    query.put("fromBlock", Wire.hex(from));
    query.put("toBlock", Wire.hex(to));
    return query;
  }

  static Map<String, Object> of(LogSelection selection, Hash256 block) {
    Map<String, Object> query = of(selection);
    query.put("blockHash", block.toString());
    return query;
  }

  private static Map<String, Object> of(LogSelection selection) {
    Map<String, Object> query = new HashMap<>();
    query.put("address", selection.contracts().stream().map(EvmAddress::toString).toList());
    if (!selection.firstTopics().isEmpty()) {
      query.put(
          "topics", List.of(selection.firstTopics().stream().map(Hash256::toString).toList()));
    }
    return query;
  }
}
