// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.elastos.smartweb.app.ela.ElaText;
import org.elastos.smartweb.app.ela.FollowedNetwork;
import org.elastos.smartweb.app.ela.HeaderDatabase;
import org.elastos.smartweb.app.ela.TakenCheckpoint;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.chain.ela.ElaHash;
import org.elastos.smartweb.chain.mainchain.ChainOrigin;
import org.elastos.smartweb.chain.mainchain.rpc.DevelopmentNetwork;
import org.elastos.smartweb.chain.mainchain.sync.CheckpointFile;
import org.elastos.smartweb.chain.mainchain.sync.Checkpoints;
import org.elastos.smartweb.chain.mainchain.sync.Checkpoints.Outcome;
import org.elastos.smartweb.platform.log.LogFormat;
import org.elastos.smartweb.platform.log.Logging;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `smartweb ela checkpoint`: a final block to begin with elsewhere, or to go on from here.
@Command(
    name = "checkpoint",
    description = {
      "Writes a final block of the verified chain as a checkpoint: what the rules need to go on from"
          + " it, with the arbiters that confirm. Compare it with others before you rely on it.",
      "With --check a file is looked at and nothing is stored; with --take the store goes on from"
          + " it, and everything above is verified anew. One ahead of the chain leaves a gap of"
          + " heights that nobody verified here. Works while smartweb ela sync runs."
    },
    mixinStandardHelpOptions = true)
final class ElaCheckpointCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--network",
      required = true,
      paramLabel = "NAME",
      description = "mainnet, testnet, regnet, or development to write only")
  private String network = "";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "where to write it (default: standard output); never overwrites")
  private @Nullable Path out;

  @ArgGroup(multiplicity = "0..1")
  private @Nullable What what;

  /// One of them; none writes the newest final block.
  static final class What {
    @Option(
        names = "--height",
        paramLabel = "H",
        description = "write this final block (default: the newest)")
    private @Nullable Long height;

    @Option(names = "--check", paramLabel = "FILE", description = "check a file, store nothing")
    private @Nullable Path check;

    @Option(
        names = "--take",
        paramLabel = "FILE",
        description = "go on from this checkpoint, which you answer for")
    private @Nullable Path take;
  }

  @Override
  public Integer call() {
    Logging.configure(LogFormat.TEXT, "WARN", System.err);
    HeaderDatabase.Places places = ElaPlaces.of(common.settings(), network);
    Optional<What> asked = Optional.ofNullable(what);
    Optional<Path> check = asked.map(one -> one.check);
    if (check.isPresent()) {
      Map<String, Object> map = described(followed(check.get()).origin());
      common.output().result(map, ElaText.of(map));
      return 0;
    }
    Optional<FollowedNetwork> taken = asked.map(one -> one.take).map(this::followed);
    try (HeaderDatabase database = HeaderDatabase.look(places, new SecureRandom())) {
      if (taken.isPresent()) {
        Map<String, Object> map = TakenCheckpoint.into(database.store(), taken.get());
        common.output().result(map, ElaText.of(map));
        return 0;
      }
      return write(made(Checkpoints.make(database.store(), asked.map(one -> one.height))));
    }
  }

  private FollowedNetwork followed(Path file) {
    if (network.equals(DevelopmentNetwork.NAME)) {
      throw new CommandFailure(
          "development_takes_none",
          "a development chain begins where its node says",
          "name mainnet, testnet or regnet");
    }
    return FollowedNetwork.of(network, Optional.of(file));
  }

  private static ChainOrigin made(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Made(ChainOrigin checkpoint) -> checkpoint;
      case Outcome.Refused refused -> throw TakenCheckpoint.failure(refused);
      case Outcome.Begun _, Outcome.Unchanged _, Outcome.Taken _ ->
          throw new IllegalStateException("making takes no checkpoint");
    };
  }

  private int write(ChainOrigin checkpoint) {
    String text = CheckpointFile.write(checkpoint);
    Map<String, Object> map = described(checkpoint);
    Optional<Path> file = Optional.ofNullable(out);
    file.ifPresent(path -> store(path, text));
    map.put("file", file.map(Path::toString).orElse(null));
    map.put("checkpoint", text);
    common.output().result(map, file.isPresent() ? "written to " + out : text.stripTrailing());
    return 0;
  }

  private static void store(Path file, String text) {
    try {
      Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      throw new CommandFailure(
          "file_exists", "there is a file already: " + file, "name another with --out");
    } catch (IOException e) {
      throw new CommandFailure(
          "file_unwritable", "cannot write " + file, "name a place that can be written to");
    }
  }

  private static Map<String, Object> described(ChainOrigin checkpoint) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("ok", true);
    map.put("network", checkpoint.network());
    map.put("height", checkpoint.point().height());
    map.put("hash", ElaHash.display(checkpoint.point().hash()));
    map.put("arbitersKnown", checkpoint.point().consensus().arbiters().isPresent());
    return map;
  }
}
