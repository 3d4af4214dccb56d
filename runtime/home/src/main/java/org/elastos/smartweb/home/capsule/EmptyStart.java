// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.capsule;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.elastos.smartweb.home.outcome.Outcome;
import org.elastos.smartweb.home.outcome.Refusal;
import org.elastos.smartweb.sandbox.Capsule;
import org.elastos.smartweb.sandbox.Grants;
import org.elastos.smartweb.sandbox.Run;
import org.elastos.smartweb.sandbox.RunOutcome;
import org.elastos.smartweb.sandbox.abi.Flow;
import org.elastos.smartweb.sandbox.abi.HandleProvider;
import org.elastos.smartweb.sandbox.abi.MemoryWindow;
import org.elastos.smartweb.sandbox.abi.Opening;
import org.elastos.smartweb.sandbox.kinds.ContentProvider;
import org.elastos.smartweb.sandbox.kinds.ContentSource;

/// Starts a capsule with an empty work and nowhere to write: enough to see whether it runs. It
/// counts as ready when it opened its work and ended by itself. Stateless; blocks.
final class EmptyStart {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private EmptyStart() {}

  static Outcome<StartedCapsule> of(Capsule capsule) {
    List<String> opened = new CopyOnWriteArrayList<>();
    Grants grants = Grants.of(new Noted(ContentProvider.own(new NoContent()), opened));
    try (Run run = capsule.start(grants)) {
      Optional<RunOutcome> outcome = run.await(PATIENCE);
      if (outcome.orElse(null) instanceof RunOutcome.Finished(int code, var fault, var usage)
          && fault.isEmpty()
          && !opened.isEmpty()) {
        return new Outcome.Done<>(
            new StartedCapsule(
                capsule.releaseId(), capsule.manifest().name(), opened, code, usage.calls()));
      }
      return notReady(outcome.map(EmptyStart::text).orElse("it still ran after the time allowed"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return notReady("the start was interrupted");
    }
  }

  private static Outcome<StartedCapsule> notReady(String what) {
    return new Outcome.Refused<>(
        new Refusal(
            Refusal.Kind.CONFLICT,
            "capsule_not_ready",
            "the capsule was started and did not get ready: " + what,
            Map.of()));
  }

  private static String text(RunOutcome outcome) {
    return switch (outcome) {
      case RunOutcome.Finished(int code, var fault, var usage) ->
          "it ended with code " + code + " without opening its work";
      case RunOutcome.Stopped(RunOutcome.Reason reason, var usage) ->
          "the host ended it, " + reason.code();
      case RunOutcome.Trapped(String detail, var usage) -> "it trapped, " + detail;
    };
  }

  /// A work of no bytes.
  private record NoContent() implements ContentSource {
    @Override
    public long length() {
      return 0;
    }

    @Override
    public int readInto(long position, MemoryWindow window) {
      return 0;
    }
  }

  /// Notes what the capsule opens.
  private record Noted(HandleProvider provider, List<String> opened) implements HandleProvider {
    @Override
    public String kind() {
      return provider.kind();
    }

    @Override
    public Flow flow() {
      return provider.flow();
    }

    @Override
    public Opening open(String name, int flags) {
      Opening opening = provider.open(name, flags);
      if (opening instanceof Opening.Opened) {
        opened.add(provider.kind() + ":" + name);
      }
      return opening;
    }
  }
}
