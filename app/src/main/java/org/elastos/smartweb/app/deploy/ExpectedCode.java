// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.deploy;

import java.util.HashMap;
import java.util.Map;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.evm.DeploymentPlan.RuntimeCode;
import org.elastos.smartweb.contracts.ContractCode;

/// The code that must stand on a chain, from the committed artifacts. Stateless.
final class ExpectedCode {
  private ExpectedCode() {}

  /// The code of a contract with what its constructor writes into it.
  ///
  /// @param immutables by name; what is not named may be anything
  static RuntimeCode of(String contract, Map<String, Hash256> immutables) {
    ContractCode code = ContractCode.of(contract);
    Map<Integer, Integer> gaps = new HashMap<>();
    Map<Integer, Bytes> values = new HashMap<>();
    code.immutables()
        .forEach((name, places) -> {
          for (int place : places) {
            gaps.put(place, Hash256.BYTES);
            Hash256 wanted = immutables.get(name);
            if (wanted != null) {
              values.put(place, Bytes.of(wanted.bytes()));
            }
          }
        });
    return new RuntimeCode(code.runtime(), gaps, values);
  }
}
