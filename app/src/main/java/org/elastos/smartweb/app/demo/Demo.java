// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.demo;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.elastos.smartweb.app.service.CommitteeFile;
import org.elastos.smartweb.app.stack.Closers;
import org.elastos.smartweb.app.stack.LocalStack;
import org.elastos.smartweb.app.trade.Workspace;
import org.elastos.smartweb.platform.process.Child;

/// The story in ten steps. The steps are grouped by what they are about; this says in which order
/// they come and what they hand to each other. Not thread-safe.
final class Demo {
  static final String CREATOR = "creator";
  static final String BUYER = "buyer";

  /// First a stranger to the work, in the end its new owner.
  static final String FRIEND = "friend";

  /// The licence node that lies; it is among the first that a home asks.
  static final int LIAR = 1;

  private static final BigInteger POCKET_MONEY = BigInteger.valueOf(100_000_000);

  /// What to play, how many nodes to kill, and what to start.
  record Script(Path media, int killNodes, LocalStack.Plan plan) {}

  private final Script script;
  private final Consumer<String> progress;

  Demo(Script script, Consumer<String> progress) {
    this.script = script;
    this.progress = progress;
  }

  /// Tells the story to its end or to the first step that fails, and ends all that it started.
  void run(Story story) {
    try (Closers opened = new Closers()) {
      Runtime.getRuntime().addShutdownHook(new Thread(opened::close));
      List<LocalStack> stacks = new ArrayList<>();
      List<Workspace> workspaces = new ArrayList<>();
      story.step(
          1,
          "start PostgreSQL, anvil, five licence nodes, market and homes; deploy",
          evidence -> stacks.add(opened.add(start(evidence))));
      story.step(
          2,
          "key generation, 3 of 5: nobody ever holds the whole key",
          evidence -> {
            generateKeys(stacks.getFirst(), evidence);
            workspaces.add(
                opened.add(Workspace.open(script.plan.paths(), Workspace.Ground.system())));
          });
      if (story.succeeded()) {
        tell(story, stacks.getFirst(), workspaces.getFirst());
      }
    }
  }

  private void tell(Story story, LocalStack stack, Workspace workspace) {
    Cast cast = new Cast(workspace);
    Selling selling = new Selling(workspace, cast, script.media, progress);
    Fetching fetching = new Fetching(workspace, progress);
    Playing playing = new Playing(workspace, script, stack, progress);
    story.step(3, "a creator publishes an audio file", selling::publish);
    story.step(
        4,
        "a stranger asks for a licence and every node refuses",
        evidence -> playing.refuseStranger(selling, fetching, evidence));
    story.step(5, "the buyer pays once: access and royalties in one transaction", selling::buy);
    story.step(
        6,
        "the home fetches the file and catches a peer that flips one bit",
        evidence -> fetching.fetchPastLiar(selling.publication(), evidence));
    story.step(7, "the player is verified; one flipped byte and it refuses", playing::startPlayer);
    story.step(
        8,
        "the key comes from three honest nodes; one is dead, one lies",
        evidence -> playing.play(selling, evidence));
    story.step(9, "the sound equals what npm's decoder makes of the original", playing::compare);
    story.step(
        10,
        "the buyer sells: refused at once, the new owner plays",
        evidence -> playing.afterResale(selling, evidence));
  }

  private LocalStack start(Story.Evidence evidence) throws InterruptedException {
    LocalStack stack = LocalStack.start(script.plan, progress);
    stack.giveDollars(List.of(BUYER, FRIEND), POCKET_MONEY);
    Map<String, Child> children = stack.children();
    evidence
        .put("processes", children.size() + 2)
        .put("services", String.join(", ", children.keySet()))
        .check("every child process runs", children.values().stream().allMatch(Child::isAlive));
    return stack;
  }

  private void generateKeys(LocalStack stack, Story.Evidence evidence)
      throws InterruptedException, IOException {
    CommitteeFile committee = stack.generateKeys();
    KeyCheck.of(committee, stack.chain(), evidence);
  }
}
