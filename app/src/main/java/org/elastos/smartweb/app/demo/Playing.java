// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.app.outcome.Readings;
import org.elastos.smartweb.app.service.CommitteeFile;
import org.elastos.smartweb.app.stack.LocalStack;
import org.elastos.smartweb.app.trade.Fetched;
import org.elastos.smartweb.app.trade.Play;
import org.elastos.smartweb.app.trade.Played;
import org.elastos.smartweb.app.trade.Player;
import org.elastos.smartweb.app.trade.Publication;
import org.elastos.smartweb.app.trade.Workspace;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.TxReceipt;
import org.elastos.smartweb.home.play.PcmFormat;
import org.elastos.smartweb.home.play.PlayStatus.NodeEvidence;
import org.elastos.smartweb.license.Evidence;
import org.elastos.smartweb.platform.process.Child;
import org.elastos.smartweb.sandbox.bundle.Bundle;
import org.elastos.smartweb.threshold.EpochKeys;

/// The steps in which somebody asks for a licence. Not thread-safe.
final class Playing {
  private static final Duration FINALITY = Duration.ofSeconds(15);

  private final Workspace workspace;
  private final Demo.Script script;
  private final LocalStack stack;
  private final Consumer<String> progress;
  private final Path sound;
  private final KeyHunt hunt;
  private Optional<PcmFormat> format = Optional.empty();

  Playing(Workspace workspace, Demo.Script script, LocalStack stack, Consumer<String> progress) {
    this.workspace = workspace;
    this.script = script;
    this.stack = stack;
    this.progress = progress;
    this.sound = script.plan().paths().works().resolve("buyer.pcm");
    this.hunt = new KeyHunt(script, stack, workspace);
  }

  /// Step 4.
  void refuseStranger(Selling selling, Fetching fetching, Story.Evidence evidence)
      throws IOException {
    Fetched fetched = fetching.fetch(selling.publication(), Demo.FRIEND);
    evidence.put("the stranger holds the sealed file", fetched.work().path().toString());
    CommandFailure refusal = refusedTo(selling.publication(), Demo.FRIEND);
    List<NodeEvidence> nodes = NodeFacts.of(refusal);
    evidence
        .put("code", refusal.code())
        .put("nodes", NodeFacts.text(nodes))
        .check("every node answered", nodes.size() == LocalStack.NODES)
        .check(
            "every node says not_owner",
            nodes.stream().allMatch(node -> node.code().equals("not_owner")));
  }

  /// Step 7. Meanwhile the nodes that are killed next are dumped: nobody asks them for anything
  /// until then, and a step 8 without enough nodes has little time to fail in.
  void startPlayer(Story.Evidence evidence) throws IOException {
    Bundle player = Player.bundle(workspace.paths(), workspace.ground().random());
    List<Child> doomed = doomed(script.killNodes());
    try {
      Future<List<Path>> dumped;
      try (ExecutorService aside = Executors.newSingleThreadExecutor()) {
        dumped = aside.submit(() -> hunt.dumpBeforeTheEnd(doomed));
        new PlayerStart(workspace, player).run(evidence);
      }
      evidence.put("nodes dumped meanwhile", HeapDumps.done(dumped).size());
    } catch (RuntimeException | IOException e) {
      hunt.forget();
      throw e;
    }
  }

  /// Step 8.
  void play(Selling selling, Story.Evidence evidence) throws IOException, InterruptedException {
    List<Child> doomed = doomed(script.killNodes());
    try {
      doomed.forEach(Child::kill);
      evidence.put("killed", doomed.stream().map(Child::name).toList());
      hear(selling, evidence);
      hunt.run(selling, evidence);
    } finally {
      hunt.forget();
    }
  }

  private void hear(Selling selling, Story.Evidence evidence) throws IOException {
    Played played = playTo(sound, selling.publication(), Demo.BUYER);
    format = played.status().format();
    PcmFormat heard = format.orElseThrow();
    List<NodeEvidence> bad = played.nodes("bad");
    evidence
        .put("nodes", NodeFacts.text(played.status().license().nodes()))
        .put("pcmBytes", played.status().pcmBytes())
        .put("rate", heard.rate())
        .put("channels", heard.channels())
        .put("waited for finality (ms)", played.waited().toMillis())
        .put("licence (ms)", played.status().timings().license())
        .check("three verified partials", played.nodes("answered").size() == LocalStack.THRESHOLD)
        .check("exactly the liar is named", bad.size() == 1 && bad.getFirst().index() == Demo.LIAR)
        .check("a third party convicts it by the evidence", convicts(bad.getFirst()));
  }

  /// Step 9.
  void compare(Story.Evidence evidence) throws IOException {
    Path samples = sound.resolveSibling("reference.f32");
    ReferenceDecoder decoder =
        new ReferenceDecoder(script.plan().projectRoot().resolve("app/oracle/decode.mjs"));
    ReferenceDecoder.Reference reference = decoder.decode(script.media(), samples);
    PcmFormat heard = format.orElseThrow();
    long frames = Files.size(sound) / (2L * heard.channels());
    evidence
        .put("frames", frames)
        .put("reference frames", reference.frames())
        .put("rate", reference.rate())
        .put("channels", reference.channels())
        .check("same rate", heard.rate() == reference.rate())
        .check("same channels", heard.channels() == reference.channels())
        .check("there is sound", frames > 0)
        .check("same frames", frames == reference.frames());
    ReferenceDecoder.Difference difference = ReferenceDecoder.compare(reference, sound);
    evidence
        .put("samples compared", difference.samples())
        .put("samples that differ", difference.unequal())
        .put("largest difference", difference.largest())
        .check("16-bit samples within 1", difference.largest() <= 1);
  }

  /// Step 10.
  void afterResale(Selling selling, Story.Evidence evidence) throws IOException {
    TxReceipt receipt = selling.resell(evidence);
    CommandFailure refusal = refusedTo(selling.publication(), Demo.BUYER);
    List<NodeEvidence> nodes = NodeFacts.of(refusal);
    long newest = Readings.required(workspace.chain().heads()).newest().number();
    Path newSound = sound.resolveSibling("friend.pcm");
    evidence
        .put("old owner", NodeFacts.text(nodes))
        .put("blocks from resale to refusal", newest - receipt.block().number())
        .check(
            "every node that answers the old owner says not_owner",
            nodes.stream()
                .filter(node -> node.result().equals("refused"))
                .allMatch(node -> node.code().equals("not_owner")))
        .check(
            "enough of them do that no licence is possible",
            nodes.stream().filter(node -> node.code().equals("not_owner")).count()
                > LocalStack.NODES - script.killNodes() - LocalStack.THRESHOLD);
    Played played = playTo(newSound, selling.publication(), Demo.FRIEND);
    evidence
        .put("new owner", NodeFacts.text(played.status().license().nodes()))
        .check("the new owner hears the same", Files.mismatch(sound, newSound) == -1);
  }

  /// The refusal that a wallet meets; playing must not succeed.
  private CommandFailure refusedTo(Publication work, String who) throws IOException {
    try {
      playTo(sound.resolveSibling("refused.pcm"), work, who);
    } catch (CommandFailure refusal) {
      return refusal;
    }
    throw new Story.CheckFailed(who + " must not be able to play");
  }

  private Played playTo(Path file, Publication work, String who) throws IOException {
    Files.createDirectories(file.getParent());
    Play.Order order =
        new Play.Order(new Play.Target.ByAsset(work.asset().hash()), who, who, FINALITY);
    try (OutputStream out = Files.newOutputStream(file)) {
      return new Play(workspace).play(order, new Play.Sink(out, false), progress);
    }
  }

  /// The nodes to kill, from the second on; the first is the liar.
  private List<Child> doomed(int count) {
    return IntStream.rangeClosed(Demo.LIAR + 1, Demo.LIAR + count)
        .mapToObj(index -> Optional.ofNullable(stack.children().get("license-node-" + index)))
        .flatMap(Optional::stream)
        .toList();
  }

  private boolean convicts(NodeEvidence bad) {
    CommitteeFile committee = CommitteeFile.read(script.plan().paths().committeeFile());
    EpochKeys keys = KeyCheck.keys(committee, workspace.chain());
    Bytes identity =
        Bytes.of(Hash256.fromHex(committee.nodes().get(bad.index() - 1).identityKey()).bytes());
    return bad.evidence()
        .flatMap(proof -> Evidence.parse(Bytes.of(Base64.getDecoder().decode(proof))))
        .map(proof -> proof.convicts(keys, bad.index(), identity))
        .orElse(false);
  }
}
