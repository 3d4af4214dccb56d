// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.elastos.smartweb.app.stack.LocalStack;
import org.elastos.smartweb.app.trade.Workspace;
import org.elastos.smartweb.ddrm.Core;
import org.elastos.smartweb.platform.process.Child;
import org.elastos.smartweb.platform.state.PrivateDirectory;

/// Looks for the content key, and for the keys that follow from it, wherever they must not be: the
/// whole state directory with database, logs and keys, what the capsule could see, and the heaps of
/// the market and of all nodes, the killed ones as they were just before. That the hunt can find
/// something is shown by finding, with the same means, what must be there.
final class KeyHunt {
  private static final int MARK = 32;
  private static final String EDITION = "edition's id";
  private static final String COMMITMENT = "commitment";

  private final Demo.Script script;
  private final LocalStack stack;
  private final Path state;
  private final Path guestMemory;
  private final Path dumps;
  private final Path ownDump;
  private final List<Path> heaps = new ArrayList<>();

  KeyHunt(Demo.Script script, LocalStack stack, Workspace workspace) {
    this.script = script;
    this.stack = stack;
    this.state = workspace.paths().root();
    this.guestMemory =
        WitnessedHome.memoryFolder(workspace.paths().service("home-" + Demo.BUYER).resolve("home"));
    this.dumps = state.resolveSibling("heaps");
    this.ownDump = state.resolveSibling("own-heap");
  }

  /// Dumps the heaps of processes that are about to be killed.
  List<Path> dumpBeforeTheEnd(List<Child> doomed) throws InterruptedException {
    List<Path> made = HeapDumps.of(doomed, dumps);
    heaps.addAll(made);
    return made;
  }

  /// Searches; the work was played before.
  void run(Selling selling, Story.Evidence evidence) throws IOException, InterruptedException {
    heaps.addAll(HeapDumps.of(living(), dumps));
    Core core = selling.work().core();
    Map<String, byte[]> secrets = DerivedKeys.secrets(selling.contentKey(), core);
    Map<String, byte[]> wanted = new LinkedHashMap<>(secrets);
    wanted.put(EDITION, selling.publication().sale().edition().hash().bytes());
    wanted.put(COMMITMENT, core.commit().bytes());
    KeySearch.Report report = new KeySearch(wanted).search(List.of(state, dumps));
    List<KeySearch.Hit> hits =
        report.hits().stream().filter(hit -> secrets.containsKey(hit.key())).toList();
    evidence
        .put("looked for", List.copyOf(secrets.keySet()))
        .put("heap dumps", heaps.stream().map(path -> path.getFileName().toString()).toList())
        .put("files searched", report.files())
        .put("bytes searched", report.bytes())
        .put("hits", hits.toString())
        .check("a heap of every node and of the market", heaps.size() == LocalStack.NODES + 1)
        .check(
            "the derived keys are this work's: their commitment is the core's",
            DerivedKeys.commitment(selling.contentKey(), core).equals(core.commit()))
        .check("no trace of the content key or a key derived from it", hits.isEmpty())
        .check(
            "the search sees: the edition's id is in the database's files",
            has(report, EDITION, script.plan().paths().postgres()))
        .check(
            "the search sees: the commitment, which is public, is in the homes' files",
            has(report, COMMITMENT, state.resolve("services")));
    sees(new KeySearch(secrets), evidence);
  }

  /// Deletes what was dumped: the nodes' heaps hold their shares.
  void forget() throws IOException {
    PrivateDirectory.delete(dumps);
    PrivateDirectory.delete(ownDump);
  }

  private void sees(KeySearch keys, Story.Evidence evidence) throws IOException {
    byte[] work = Files.readAllBytes(script.media());
    // The capsule reads piece by piece into one buffer: what it read last is still there.
    byte[] end = Arrays.copyOfRange(work, work.length - MARK, work.length);
    HeapDumps.ofThis(ownDump);
    Set<String> own =
        keys.search(List.of(ownDump)).hits().stream()
            .map(hit -> hit.key() + " " + hit.form())
            .collect(Collectors.toSet());
    evidence
        .check(
            "the search sees: every key in every form is in this demo's own heap",
            own.equals(keys.forms()))
        .check(
            "the search sees: the work itself is in the guest's memory",
            !new KeySearch(Map.of("work", end)).search(List.of(guestMemory)).hits().isEmpty());
  }

  private static boolean has(KeySearch.Report report, String key, Path below) {
    return report.hits().stream()
        .anyMatch(hit -> hit.key().equals(key) && hit.file().startsWith(below));
  }

  private List<Child> living() {
    return stack.children().values().stream()
        .filter(child -> child.name().equals("market") || child.name().startsWith("license-node"))
        .filter(Child::isAlive)
        .toList();
  }
}
