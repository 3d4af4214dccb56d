// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.app.outcome.Output;
import org.elastos.smartweb.app.trade.Play;
import org.elastos.smartweb.app.trade.Played;
import org.elastos.smartweb.app.trade.WaveFile;
import org.elastos.smartweb.app.trade.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `smartweb play PATH`: gets a licence and plays a work.
@Command(
    name = "play",
    description = "Plays a work that lies in a home: the home asks for the key, a capsule decodes.",
    mixinStandardHelpOptions = true)
final class PlayCommand implements Callable<Integer> {
  private static final String STDOUT = "-";

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(
      paramLabel = "PATH|ASSET",
      description = "the work's name, such as localhost://Users/buyer/song.ddrm, or its asset id")
  private String what = "";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "where the sound goes as WAVE; - is standard output (default: nowhere)")
  private @Nullable String out;

  @Option(names = "--raw", description = "raw 16-bit samples instead of WAVE")
  private boolean raw;

  @Option(names = "--wallet", description = "in whose name (default: ${DEFAULT-VALUE})")
  private String wallet = "buyer";

  @Option(names = "--home", description = "whose home plays (default: the wallet's name)")
  private @Nullable String home;

  @Option(
      names = "--wait",
      description = "seconds to wait for a purchase to become final (default: ${DEFAULT-VALUE})")
  private long patience = 15;

  @Override
  public Integer call() throws IOException {
    Output output = common.output();
    if (STDOUT.equals(out) && output.json()) {
      throw new CommandFailure(
          "bad_usage", "standard output cannot hold both sound and JSON", "give --out a file");
    }
    Play.Target target =
        what.matches("(0x)?[0-9a-fA-F]{64}")
            ? new Play.Target.ByAsset(Workspaces.hash("bad_asset", "an asset id", what))
            : new Play.Target.ByPath(what);
    Play.Order order =
        new Play.Order(
            target,
            wallet,
            home == null ? wallet : home,
            Duration.ofSeconds(Math.max(0, patience)));
    Played played = play(order, output);
    finish(played);
    Map<String, Object> facts = played.asMap();
    if (STDOUT.equals(out)) {
      output.progress(Workspaces.lines(facts));
    } else {
      output.result(facts, Workspaces.lines(facts));
    }
    return 0;
  }

  private Played play(Play.Order order, Output output) throws IOException {
    try (Workspace workspace = Workspaces.open(common);
        OutputStream sound = sound()) {
      return new Play(workspace).play(order, new Play.Sink(sound, !raw), output::progress);
    }
  }

  private OutputStream sound() {
    if (out == null) {
      return OutputStream.nullOutputStream();
    }
    if (STDOUT.equals(out)) {
      return new BufferedOutputStream(System.out, 1 << 16);
    }
    Path file = Path.of(out);
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file) || folder == null || !Files.isWritable(folder)) {
      throw new CommandFailure(
          "cannot_write", "cannot write to " + out, "give --out a path that can be written");
    }
    return new FileOnFirstByte(file);
  }

  /// A stream's header cannot know the length; a file's can be put right.
  private void finish(Played played) {
    if (out != null && !STDOUT.equals(out) && !raw) {
      try {
        WaveFile.stateLength(Path.of(out), played.bytes());
      } catch (IOException e) {
        throw new UncheckedIOException("the sound's length cannot be written", e);
      }
    }
  }
}
