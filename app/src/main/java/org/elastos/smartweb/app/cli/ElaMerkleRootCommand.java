// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.elastos.smartweb.app.ela.ElaText;
import org.elastos.smartweb.app.ela.HexInput;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.ElaHash;
import org.elastos.smartweb.chain.ela.verify.MerkleTree;
import org.elastos.smartweb.chain.ela.verify.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `smartweb ela merkle-root`: the root of transactions.
@Command(
    name = "merkle-root",
    description = {
      "Gives the merkle root of transaction ids, or checks it. Lists that share their root with"
          + " another list (CVE-2012-2459) are refused."
    },
    mixinStandardHelpOptions = true)
final class ElaMerkleRootCommand implements Callable<Integer> {
  /// What a block can hold.
  private static final int MOST_LEAVES = 10_000;

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(
      paramLabel = "TXID|-",
      arity = "1..*",
      description = "transaction ids in the block's order; - reads them from standard input")
  private List<String> ids = List.of();

  @Option(
      names = "--internal",
      description =
          "ids and the root to check stand in internal order, not as most RPCs print them")
  private boolean internal;

  @Option(
      names = "--root",
      paramLabel = "HASH",
      defaultValue = "",
      description = "the root to check: exit code 0 only if it is that of the ids")
  private String wanted = "";

  @Override
  public Integer call() {
    List<Hash256> leaves =
        ids.stream()
            .flatMap(one -> Stream.of(HexInput.text(one, System.in).strip().split("[\\s,]+", -1)))
            .filter(one -> !one.isEmpty())
            .map(one -> hash("bad_txid", "a transaction id", one))
            .toList();
    if (leaves.isEmpty() || leaves.size() > MOST_LEAVES) {
      throw new CommandFailure(
          leaves.isEmpty() ? "input_empty" : "input_too_large",
          "a block has one to " + MOST_LEAVES + " transactions",
          "give the ids of one block");
    }
    Hash256 root = wanted.isEmpty() ? MerkleTree.root(leaves) : hash("bad_root", "a root", wanted);
    if (MerkleTree.check(leaves, root) instanceof Verdict.Invalid invalid) {
      throw new CommandFailure(
          invalid.code(),
          "the ids do not have this root: " + invalid.code(),
          "check the ids, their order and their byte order (--internal)",
          invalid.facts());
    }
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("root", ElaHash.display(root));
    map.put("rootInternal", root.hex());
    map.put("transactions", leaves.size());
    common.output().result(map, ElaText.of(map));
    return 0;
  }

  private Hash256 hash(String code, String what, String text) {
    Hash256 read = Workspaces.hash(code, what, text);
    return internal ? read : ElaHash.reversed(read);
  }
}
