// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.cli;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.elastos.smartweb.app.ela.ElaText;
import org.elastos.smartweb.app.ela.HeaderDatabase;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.ElaHash;
import org.elastos.smartweb.chain.mainchain.HeaderStore;
import org.elastos.smartweb.chain.mainchain.sync.Settling;
import org.elastos.smartweb.chain.mainchain.sync.Settling.Outcome;
import org.elastos.smartweb.chain.mainchain.sync.Settling.Reason;
import org.elastos.smartweb.platform.log.LogFormat;
import org.elastos.smartweb.platform.log.Logging;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `smartweb ela settle`: what only people can decide.
@Command(
    name = "settle",
    description = {
      "Ends a contest: a sound branch contradicts what counts as final, and nothing new becomes"
          + " final until somebody says which one counts. Look at smartweb ela status and at other"
          + " sources first.",
      "The branch that loses is built on no more, and a source that follows it is dropped. Adopting"
          + " the other branch undoes what was final here. Works while smartweb ela sync runs."
    },
    mixinStandardHelpOptions = true)
final class ElaSettleCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--network",
      required = true,
      paramLabel = "NAME",
      description = "mainnet, testnet, regnet or development")
  private String network = "";

  @ArgGroup(multiplicity = "1")
  private Decision decision = new Decision();

  /// One of them.
  static final class Decision {
    @Option(names = "--keep", description = "the chain stays as it is")
    private boolean keep;

    @Option(
        names = "--adopt",
        arity = "0..1",
        fallbackValue = "",
        paramLabel = "HASH",
        description = {
          "the other branch is the chain, up to this block (display order; default: the branch of"
              + " the contest)"
        })
    private @Nullable String adopt;

    @Option(
        names = "--spends",
        description = "the refused spends of locked outputs that ela status shows were looked into")
    private boolean spends;
  }

  @Override
  public Integer call() {
    Logging.configure(LogFormat.TEXT, "WARN", System.err);
    HeaderDatabase.Places places = ElaPlaces.of(common.settings(), network);
    try (HeaderDatabase database = HeaderDatabase.look(places, new SecureRandom())) {
      HeaderStore store = database.store();
      if (store.origin().isEmpty()) {
        throw new CommandFailure(
            "never_synced", "nothing was verified yet", "run smartweb ela sync first");
      }
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("ok", true);
      map.put("network", network);
      if (decision.spends) {
        map.put("decision", "acknowledged");
        map.put("spends", store.acknowledgeSpends());
      } else {
        Settling settling = new Settling(store);
        describe(decision.keep ? settling.keep() : settling.adopt(chosen()), map);
      }
      common.output().result(map, ElaText.of(map));
      return 0;
    }
  }

  private Optional<Hash256> chosen() {
    String hash = decision.adopt;
    if (hash == null || hash.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(ElaHash.fromDisplay(hash));
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(
          "bad_hash", "this is no block hash: " + hash, "give 64 hexadecimal digits");
    }
  }

  private static void describe(Outcome outcome, Map<String, Object> map) {
    switch (outcome) {
      case Outcome.Kept(Hash256 rejected) -> {
        map.put("decision", "kept");
        map.put("rejected", ElaHash.display(rejected));
      }
      case Outcome.Adopted adopted -> {
        map.put("decision", "adopted");
        map.put("hash", ElaHash.display(adopted.best()));
        map.put("forkHeight", adopted.fork());
        map.put("undone", adopted.undone());
        map.put("finalHeight", adopted.finalHeight());
      }
      case Outcome.Refused(Reason reason) ->
          throw new CommandFailure(reason.code(), text(reason), remedy(reason));
    }
  }

  private static String text(Reason reason) {
    return switch (reason) {
      case NO_CONTEST -> "nothing contradicts the chain";
      case BRANCH_UNKNOWN -> "no verified block of that hash is stored";
      case BRANCH_IS_BEST -> "the block is on the chain already";
      case BRANCH_REJECTED -> "the block was decided against before";
      case BRANCH_FORGOTTEN -> "part of the branch was forgotten";
      case CHAIN_MOVED -> "the chain went on meanwhile";
    };
  }

  private static String remedy(Reason reason) {
    return switch (reason) {
      case NO_CONTEST -> "there is nothing to do: see smartweb ela status";
      case BRANCH_UNKNOWN -> "name the tip that smartweb ela status shows";
      case BRANCH_IS_BEST -> "settle with --keep";
      case BRANCH_REJECTED, BRANCH_FORGOTTEN ->
          "go on from a checkpoint of that branch: smartweb ela checkpoint --take FILE";
      case CHAIN_MOVED -> "look at smartweb ela status again";
    };
  }
}
