// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.elastos.smartweb.app.trade.Workspace;
import org.elastos.smartweb.home.capsule.StartedCapsule;
import org.elastos.smartweb.home.client.HomeAnswer;
import org.elastos.smartweb.home.client.HomeClient;
import org.elastos.smartweb.sandbox.PlayerResult;
import org.elastos.smartweb.sandbox.bundle.Bundle;

/// Starts the player in the buyer's home, whole and with one byte flipped where it lies installed
/// on the home's disk. Used once.
final class PlayerStart {
  private final HomeClient home;
  private final Bundle player;
  private final byte[] whole;
  private final Path installed;

  PlayerStart(Workspace workspace, Bundle player) {
    this.home = workspace.home(Demo.BUYER);
    this.player = player;
    this.whole = player.encode();
    this.installed =
        workspace
            .paths()
            .service("home-" + Demo.BUYER)
            .resolve("home")
            .resolve("capsules")
            .resolve(player.releaseId().hex() + ".capsule");
  }

  void run(Story.Evidence evidence) throws IOException {
    byte[] flipped = whole.clone();
    flipped[whole.length / 2] ^= 1;
    HomeAnswer<?> refused = home.installCapsule(flipped);
    HomeAnswer<?> taken = home.installCapsule(whole);
    evidence
        .put("release", player.releaseId().toString())
        .put("bundle bytes", whole.length)
        .put("flipped byte", whole.length / 2)
        .put("installing the flipped copy", text(refused))
        .check("the flipped copy is not even installed", hasHashMismatch(refused))
        .check("the whole one is installed", taken instanceof HomeAnswer.Done<?>);
    HomeAnswer<StartedCapsule> unstarted = startWith(flipped);
    HomeAnswer<StartedCapsule> started = startWith(whole);
    evidence
        .put("starting it with that byte flipped on the disk", text(unstarted))
        .put("starting the whole one", text(started))
        .check("the flipped one refuses to start, by its hash", hasHashMismatch(unstarted))
        .check(
            "the whole one starts and gets ready: it opens its stream and finds no sound in it",
            started instanceof HomeAnswer.Done<StartedCapsule>(StartedCapsule ready)
                && ready.opened().contains("content:main")
                && ready.exitCode() == PlayerResult.NOT_VORBIS.exitCode());
  }

  private HomeAnswer<StartedCapsule> startWith(byte[] bundle) throws IOException {
    Files.write(installed, bundle);
    return home.startCapsule(player.releaseId());
  }

  private static boolean hasHashMismatch(HomeAnswer<?> answer) {
    return answer instanceof HomeAnswer.Refused<?> no
        && no.code().equals("capsule_refused")
        && "module_hash_mismatch".equals(no.problem().getString("reason"));
  }

  private static String text(HomeAnswer<?> answer) {
    return switch (answer) {
      case HomeAnswer.Done<?>(Object value) -> "ready: " + value;
      case HomeAnswer.Refused<?> no ->
          "refused: "
              + no.code()
              + " at stage "
              + no.problem().getString("stage")
              + ", "
              + no.problem().getString("reason")
              + ", "
              + no.detail();
    };
  }
}
