// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.ela;

import java.util.LinkedHashMap;
import java.util.Map;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.chain.mainchain.HeaderStore;
import org.elastos.smartweb.chain.mainchain.sync.Checkpoints;
import org.elastos.smartweb.chain.mainchain.sync.Checkpoints.Outcome;
import org.elastos.smartweb.chain.mainchain.sync.Checkpoints.Reason;

/// Gives a store a checkpoint that the operator answers for. Stateless.
public final class TakenCheckpoint {
  private TakenCheckpoint() {}

  /// What it did, as a map.
  ///
  /// @throws CommandFailure with the code of a {@link Reason} when it is not taken
  public static Map<String, Object> into(HeaderStore store, FollowedNetwork followed) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("ok", true);
    map.put("network", followed.rules().name());
    map.put("height", followed.origin().point().height());
    switch (new Checkpoints(followed.rules(), store).take(followed.origin())) {
      case Outcome.Begun _ -> map.put("taken", "begun");
      case Outcome.Unchanged _ -> map.put("taken", "unchanged");
      case Outcome.Taken taken -> {
        map.put("taken", "rebased");
        map.put("undone", taken.undone());
        map.put("skipped", taken.skipped());
      }
      case Outcome.Refused refused -> throw failure(refused);
      case Outcome.Made _ -> throw new IllegalStateException("taking makes no checkpoint");
    }
    return map;
  }

  /// The failure for a refusal.
  public static CommandFailure failure(Outcome.Refused refused) {
    return new CommandFailure(refused.reason().code(), refused.detail(), remedy(refused.reason()));
  }

  private static String remedy(Reason reason) {
    return switch (reason) {
      case NEVER_SYNCED -> "run smartweb ela sync first";
      case CHAIN_CONTESTED -> "decide with smartweb ela settle";
      case NOT_FINAL -> "name a lower height, or wait";
      case CHECKPOINT_FORGOTTEN -> "name a height nearer to the final one";
      case CHECKPOINT_BY_WORK -> "wait until arbiters confirm again";
      case CHECKPOINT_UNSOUND -> "get a sound checkpoint file";
      case CHECKPOINT_OLDER -> "go on without a checkpoint, or get a newer one";
      case CHECKPOINT_CONTRADICTS, CHECKPOINT_DIFFERS ->
          "find out who is wrong; to begin anew use another --state-dir";
      case CHAIN_MOVED -> "try again";
    };
  }
}
