// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela;

import java.nio.file.Path;
import org.elastos.smartweb.chain.devnet.ela.chain.DevChain;
import org.elastos.smartweb.chain.devnet.ela.chain.TestChain;

/// Mines in a process of its own and prints each block's hash, until it is killed.
final class MiningProcess {
  private MiningProcess() {}

  /// The directory is the only argument.
  public static void main(String[] arguments) {
    try (DevChain chain = TestChain.open(Path.of(arguments[0]), TestChain.RULES)) {
      while (!System.out.checkError()) {
        System.out.println(chain.mine(1).getFirst().hex());
      }
    }
  }
}
