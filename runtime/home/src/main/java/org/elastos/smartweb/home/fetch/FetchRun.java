// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.fetch;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.elastos.smartweb.content.BlockSource;
import org.elastos.smartweb.content.Cid;
import org.elastos.smartweb.content.HttpBlockSource;
import org.elastos.smartweb.content.UnixFsProfile;
import org.elastos.smartweb.content.VerifiedFetch;
import org.elastos.smartweb.content.VerifiedFetch.Fault;
import org.elastos.smartweb.home.content.ShelvedWork;
import org.elastos.smartweb.home.outcome.Outcome;
import org.elastos.smartweb.home.outcome.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One job being carried out, by one thread; only stopping comes from others.
final class FetchRun {
  private static final Logger LOG = LoggerFactory.getLogger(FetchRun.class);
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration TELL_EVERY = Duration.ofMillis(250);
  private static final long MOST_BYTES = 1L << 40;

  private final UUID id;
  private final FetchOrder order;
  private final FetchJobs.Parts parts;
  private final FetchStore store;
  private final JobRule rule;
  private volatile boolean stopped;

  FetchRun(UUID id, FetchOrder order, FetchJobs.Parts parts, FetchStore store) {
    this.id = id;
    this.order = order;
    this.parts = parts;
    this.store = store;
    this.rule = new JobRule(parts.rule());
  }

  UUID id() {
    return id;
  }

  String root() {
    return order.cid().toString();
  }

  /// What arrives is kept under the root's name, so that a later job goes on where this one ended.
  static String stagingKey(Cid root) {
    return "fetch-" + root;
  }

  void stop() {
    stopped = true;
  }

  void noteResumed() {
    record(
        new FetchEvent(
            FetchEvent.Kind.RESUMED,
            "",
            Optional.empty(),
            OptionalLong.empty(),
            "taken up again with what lies on the disk",
            now()));
  }

  void carryOut() {
    Progress progress = new Progress();
    List<BlockSource> peers =
        order.providers().stream()
            .<BlockSource>map(this::peer)
            .<BlockSource>map(peer -> new WatchedPeer(peer, progress))
            .toList();
    Path staged = parts.library().stage(order.name(), stagingKey(order.cid())).orElseThrow();
    try {
      settle(new VerifiedFetch(peers, progress, MOST_BYTES).fetch(order.cid(), staged), staged);
    } catch (Stopped e) {
      LOG.atInfo().addKeyValue("job", id).log("a fetch was stopped");
    }
  }

  private BlockSource peer(URI provider) {
    HttpBlockSource gateway = new HttpBlockSource(parts.http(), provider, PATIENCE);
    return new AllowedPeer(gateway, () -> rule.allows(provider));
  }

  void fail(String code, String detail) {
    if (!stopped) {
      store.fail(id, new FetchJob.Failure(code, detail), now());
    }
  }

  private void settle(VerifiedFetch.Outcome outcome, Path staged) {
    switch (outcome) {
      case VerifiedFetch.Outcome.Complete complete -> {
        store.progress(id, complete.length(), Math.max(1, complete.length()), now());
        shelve(staged);
      }
      case VerifiedFetch.Outcome.Incomplete incomplete
          when order.providers().stream().allMatch(rule::forbids) ->
          fail(ProviderRule.CODE, "no peer is left whose address this home asks");
      case VerifiedFetch.Outcome.Incomplete incomplete ->
          fail("no_honest_peer", "no peer gave block " + incomplete.missing());
      case VerifiedFetch.Outcome.Unusable unusable -> {
        parts.library().discard(VerifiedFetch.partOf(staged));
        fail("unusable_root", unusable.reason());
      }
    }
  }

  private void shelve(Path staged) {
    switch (parts.library().shelve(staged, order.name())) {
      case Outcome.Done<ShelvedWork>(ShelvedWork work) ->
          store.finish(id, work.path().toString(), now());
      case Outcome.Refused<ShelvedWork>(Refusal refusal) -> fail(refusal.code(), refusal.detail());
    }
  }

  private void record(FetchEvent event) {
    store.record(id, event);
    LOG.atInfo()
        .addKeyValue("job", id)
        .addKeyValue("kind", event.kind().code())
        .addKeyValue("provider", event.provider())
        .log("fetch event");
  }

  private Instant now() {
    return parts.clock().instant();
  }

  /// Leaves a fetch that is not wanted any more.
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopped() {
      super("stopped", null, false, false);
    }
  }

  /// Tells the store how far the fetch is and what went wrong, now and then.
  private final class Progress implements VerifiedFetch.Listener {
    private Instant told = Instant.EPOCH;
    private long here;
    private boolean changing;

    @Override
    public void progress(long done, long total) {
      here = done;
      Instant now = now();
      if (total > 0 && (done == total || Duration.between(told, now).compareTo(TELL_EVERY) > 0)) {
        told = now;
        store.progress(id, done, total, now);
      }
    }

    @Override
    public void fault(Fault fault) {
      boolean lied = fault.kind() == VerifiedFetch.FaultKind.WRONG_BYTES;
      boolean leaf = fault.block().codec() == Cid.Codec.RAW;
      record(
          new FetchEvent(
              lied ? FetchEvent.Kind.BAD_BLOCK : FetchEvent.Kind.PEER_FAILED,
              fault.peer(),
              Optional.of(fault.block().toString()),
              leaf
                  ? OptionalLong.of(here / UnixFsProfile.UNIXFS_V1_2025.leafBytes())
                  : OptionalLong.empty(),
              detail(fault),
              now()));
      changing = true;
    }

    void asked(String peer) {
      if (changing) {
        changing = false;
        record(
            new FetchEvent(
                FetchEvent.Kind.PEER_CHANGED,
                peer,
                Optional.empty(),
                OptionalLong.empty(),
                "asked from here on",
                now()));
      }
    }

    private static String detail(Fault fault) {
      return switch (fault.kind()) {
        case WRONG_BYTES -> "the bytes have another hash than the block's name";
        case ABSENT -> "it has not got the block";
        case FAILED -> "it may not be asked, could not be reached, was too slow or sent too much";
      };
    }
  }

  /// Asks a peer while the home's rule allows it.
  private record AllowedPeer(BlockSource peer, BooleanSupplier allowed) implements BlockSource {
    @Override
    public String name() {
      return peer.name();
    }

    @Override
    public Answer fetch(Cid cid) {
      return allowed.getAsBoolean() ? peer.fetch(cid) : new Answer.Failed(ProviderRule.CODE);
    }
  }

  /// Asks a peer unless the job was stopped; what a stopped job heard is nobody's fault.
  private final class WatchedPeer implements BlockSource {
    private final BlockSource peer;
    private final Progress progress;

    WatchedPeer(BlockSource peer, Progress progress) {
      this.peer = peer;
      this.progress = progress;
    }

    @Override
    public String name() {
      return peer.name();
    }

    @Override
    public Answer fetch(Cid cid) {
      progress.asked(peer.name());
      Answer answer = peer.fetch(cid);
      if (stopped) {
        throw new Stopped();
      }
      return answer;
    }
  }
}
