// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.LogFilter;

/// The parameter of `eth_getLogs`.
final class LogQuery {
  private LogQuery() {}

  static Map<String, Object> of(LogFilter filter, long from, long to) {
    Map<String, Object> query = new HashMap<>();
    query.put("address", filter.contracts().stream().map(EvmAddress::toString).toList());
    query.put("fromBlock", Wire.hex(from));
    query.put("toBlock", Wire.hex(to));
    if (!filter.firstTopics().isEmpty()) {
      query.put("topics", List.of(filter.firstTopics().stream().map(Hash256::toString).toList()));
    }
    return query;
  }
}
