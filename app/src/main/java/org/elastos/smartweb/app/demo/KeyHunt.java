// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.elastos.smartweb.app.stack.LocalStack;
import org.elastos.smartweb.app.trade.Workspace;
import org.elastos.smartweb.platform.process.Child;
import org.elastos.smartweb.platform.state.PrivateDirectory;

/// Looks for the content key wherever it must not be: the whole state directory with database, logs
/// and keys, what the capsule could see, and the heaps of the market and of the living nodes. That
/// the hunt can find something is shown by finding, with the same means, what must be there.
final class KeyHunt {
  private static final int MARK = 32;

  private final Demo.Script script;
  private final LocalStack stack;
  private final Workspace workspace;

  KeyHunt(Demo.Script script, LocalStack stack, Workspace workspace) {
    this.script = script;
    this.stack = stack;
    this.workspace = workspace;
  }

  void run(Selling selling, Story.Evidence evidence) throws IOException {
    Path state = workspace.paths().root();
    Path dumps = state.resolveSibling("heaps");
    try {
      search(selling, evidence, dump(dumps));
    } finally {
      // The nodes' heaps hold their shares: they are never left lying about.
      PrivateDirectory.delete(dumps);
    }
  }

  private void search(Selling selling, Story.Evidence evidence, List<Path> heaps)
      throws IOException {
    Path state = workspace.paths().root();
    Path dumps = state.resolveSibling("heaps");
    Path memory =
        WitnessedHome.memoryFolder(workspace.paths().service("home-" + Demo.BUYER).resolve("home"));
    KeySearch keys = selling.contentKey().use(KeySearch::new);
    KeySearch.Report report = keys.search(List.of(state, dumps));
    byte[] work = Files.readAllBytes(script.media());
    // The capsule reads piece by piece into one buffer: what it read last is still there.
    KeySearch content = new KeySearch(Arrays.copyOfRange(work, work.length - MARK, work.length));
    KeySearch market = new KeySearch(selling.publication().sale().edition().hash().bytes());
    evidence
        .put("heap dumps", heaps.stream().map(path -> path.getFileName().toString()).toList())
        .put("files searched", report.files())
        .put("bytes searched", report.bytes())
        .put("hits", report.hits().toString())
        .check("no trace of the content key", report.hits().isEmpty())
        .check(
            "the search sees: the work itself is in the guest's memory",
            !content.search(List.of(memory)).hits().isEmpty())
        .check(
            "the search sees: the edition's id is in the state directory",
            !market.search(List.of(state)).hits().isEmpty());
  }

  private List<Path> dump(Path folder) throws IOException {
    List<Path> heaps = new ArrayList<>();
    for (Child child : stack.children().values()) {
      boolean searched = child.name().equals("market") || child.name().startsWith("license-node");
      if (searched && child.isAlive()) {
        heaps.add(HeapDumps.of(child, folder));
      }
    }
    return heaps;
  }
}
