// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.chain;

import java.util.HexFormat;
import java.util.Optional;
import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.tx.DposBlock;
import org.elastos.smartweb.chain.ela.tx.ElaBlock;
import org.elastos.smartweb.chain.ela.tx.TxCodec;

/// The genesis block of regnet and testnet, on which a development chain stands too.
final class Genesis {
  private static final String HEX =
      """
      000000000000000000000000000000000000000000000000000000000000000000000000725295b0c5af6906
      5595e7681d56898de22b2cc79d9da11388cbc5be001695a3a0d73c5affff031d1dac2b7c0000000000000000
      0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000
      0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000
      0000000000000000000000000000000000000000000000000000000000000000000000000000000001020000
      000004000100084d65822107fcfd520100000000000000000000000000000000000000000000000000000000
      0000000000000000000001b037db964a231458d2d6ffd5ea18944c4f90e63d547c5d3b9874df66a4ead0a300
      40c21f55b90b000000000012c8a2e0677227144df822b7d9246c58df68eb11ce0000000000010003454c4100
      08000000000000000000000000000000000000000000000000000000000000000000000000000000
      """;

  private Genesis() {}

  static DposBlock block() {
    byte[] bytes = HexFormat.of().parseHex(HEX.replace("\n", ""));
    ElaBlock block = TxCodec.readBlock(bytes).orElseThrow();
    return new DposBlock(block, Optional.empty());
  }

  /// Who gets the first share of each coinbase.
  static ProgramHash foundation() {
    return block().block().transactions().getFirst().outputs().getFirst().programHash();
  }
}
