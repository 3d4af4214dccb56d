// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.elastos.smartweb.app.ela.Decoding;
import org.elastos.smartweb.app.ela.ElaText;
import org.elastos.smartweb.app.ela.ElaView;
import org.elastos.smartweb.app.ela.HexInput;
import org.elastos.smartweb.chain.ela.AuxPow;
import org.elastos.smartweb.chain.ela.verify.AuxPowCheck;
import org.elastos.smartweb.chain.ela.verify.ElaNetwork;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `smartweb ela decode`: every field of a value of the mainchain.
@Command(
    name = "decode",
    description = {
      "Shows every field of a header, transaction, block, merge-mining proof or confirm, with"
          + " hashes in both byte orders.",
      "For a header it also says whether its proof holds, and why not. Headers and blocks may be"
          + " followed by their confirm, as peers send them."
    },
    mixinStandardHelpOptions = true)
final class ElaDecodeCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @ArgGroup(multiplicity = "1")
  private Kind kind = new Kind();

  /// What the bytes are; exactly one.
  static final class Kind {
    @Option(names = "--header", description = "the bytes are a block header")
    private boolean header;

    @Option(names = "--tx", description = "a transaction")
    private boolean transaction;

    @Option(names = "--block", description = "a block")
    private boolean block;

    @Option(names = "--auxpow", description = "a merge-mining proof")
    private boolean auxPow;

    @Option(names = "--confirm", description = "a confirm of the arbiters")
    @SuppressWarnings("UnusedVariable") // what remains when it is none of the others
    private boolean confirm;
  }

  @Parameters(paramLabel = "HEX|-", description = "hexadecimal digits; - reads standard input")
  private String input = "";

  @Option(
      names = "--chain-id",
      paramLabel = "N",
      description = "the id that the chain is merge-mined under (default: ${DEFAULT-VALUE})")
  private int chainId = ElaNetwork.CHAIN_ID;

  @Option(
      names = "--block-hash",
      paramLabel = "HASH",
      defaultValue = "",
      description = "with --auxpow: say whether it commits to this block (hash in internal order)")
  private String blockHash = "";

  @Override
  public Integer call() {
    byte[] bytes = HexInput.read(input, System.in);
    Map<String, Object> map = decoded(bytes);
    common.output().result(map, ElaText.of(map));
    return 0;
  }

  private Map<String, Object> decoded(byte[] bytes) {
    if (kind.header) {
      return Decoding.headerView(bytes, chainId);
    }
    if (kind.transaction) {
      return Decoding.transactionView(bytes);
    }
    if (kind.block) {
      return Decoding.blockView(bytes, chainId);
    }
    if (kind.auxPow) {
      return auxPow(bytes);
    }
    return Decoding.confirmView(bytes);
  }

  private Map<String, Object> auxPow(byte[] bytes) {
    AuxPow proof = Decoding.auxPow(bytes);
    Map<String, Object> map = new LinkedHashMap<>(ElaView.auxPow(proof));
    if (!blockHash.isEmpty()) {
      var hash = Workspaces.hash("bad_block_hash", "a block hash", blockHash);
      map.put("verdict", ElaView.verdict(new AuxPowCheck(chainId).check(hash, proof)));
    }
    return map;
  }
}
