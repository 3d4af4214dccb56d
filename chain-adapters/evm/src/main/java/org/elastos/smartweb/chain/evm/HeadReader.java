// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.Heads;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.chain.Reading.Agreed;
import org.elastos.smartweb.chain.Reading.Code;
import org.elastos.smartweb.chain.Reading.Unknown;

/// Finds the newest and the final block that a quorum shares. Thread-safe.
final class HeadReader {
  /// How far below the common height an agreement is looked for when the tip is being replaced.
  private static final int TIP_DISPUTE = 2;

  private final EvmSources sources;
  private final InstantSource clock;

  HeadReader(EvmSources sources, InstantSource clock) {
    this.sources = sources;
    this.clock = clock;
  }

  Reading<HeadPair> heads() {
    Reading<HeadPair> heads = currentHeads();
    if (heads instanceof Unknown<HeadPair> unknown) {
      sources.round("heads", 1).raise(dissent(unknown));
    }
    return heads;
  }

  /// The same without an alarm.
  Reading<HeadPair> currentHeads() {
    Answers<Tips> tips = sources.round("heads", 2).sample(this::tips);
    if (tips.values().size() < sources.quorum()) {
      return tips.unknown(Code.SOURCES_UNAVAILABLE);
    }
    return switch (newest(tips.values())) {
      case Unknown<Header> unknown -> retyped(unknown);
      case Agreed<Header>(Header newest, var at) ->
          tooOld(newest)
              ? tips.unknown(Code.STALE_NODE)
              : switch (finalized(tips.values(), newest)) {
                case Unknown<Header> unknown -> retyped(unknown);
                case Agreed<Header>(Header last, var _) -> stands(new HeadPair(newest, last), at);
              };
    };
  }

  private Reading<HeadPair> stands(HeadPair heads, BlockRef at) {
    Heads known = new Heads(heads.newest().ref(), heads.finalized().ref());
    sources.alarms().stands(sources.profile().chain(), known, age(heads.newest()));
    return new Agreed<>(heads, at);
  }

  Reading<Header> headerAt(long number) {
    return decided(sources.round("block", 1).agree(client -> client.header(number)));
  }

  /// Headers that a quorum gives alike, one for each height in the same order.
  Reading<List<Header>> headersAt(List<Long> numbers) {
    Answers<List<Header>> answers =
        sources.round("blocks", 2).agree(client -> client.headers(numbers));
    return switch (answers.decided().orElse(null)) {
      case Answer.Said<List<Header>>(var headers) -> new Agreed<>(headers, headers.getLast().ref());
      case null, default -> answers.undecided();
    };
  }

  /// Near the tip sources may differ for a moment: that is no alarm yet.
  private Reading<Header> headerNearTip(long number) {
    return decided(sources.round("block", 1).tryToAgree(client -> client.header(number)));
  }

  private Tips tips(RpcClient client) {
    Header latest = client.header("latest");
    return switch (sources.profile().finality()) {
      case Finality.Tag() -> new Tips(latest, Optional.of(client.header("finalized")));
      case Finality.Depth(var _) -> new Tips(latest, Optional.empty());
    };
  }

  private Reading<Header> newest(List<Tips> tips) {
    List<Header> latest = tips.stream().map(Tips::latest).toList();
    long height = commonHeight(latest);
    Reading<Header> first = agreedAt(latest, height);
    Reading<Header> found = first;
    for (int down = 1; down <= TIP_DISPUTE && down <= height && disputed(found); down++) {
      found = headerNearTip(height - down);
    }
    return found instanceof Agreed<Header> ? found : first;
  }

  private Reading<Header> finalized(List<Tips> tips, Header newest) {
    return switch (sources.profile().finality()) {
      case Finality.Depth(int blocks) -> headerAt(Math.max(0, newest.number() - blocks));
      case Finality.Tag() -> {
        List<Header> last = tips.stream().flatMap(each -> each.finalized().stream()).toList();
        yield agreedAt(last, Math.min(commonHeight(last), newest.number()));
      }
    };
  }

  /// The greatest height that a quorum has reached: no minority can raise it, and a quorum has it.
  private long commonHeight(List<Header> headers) {
    return headers.stream()
        .map(Header::number)
        .sorted(Comparator.reverseOrder())
        .skip(sources.quorum() - 1L)
        .findFirst()
        .orElseThrow();
  }

  /// The block at this height; not asked for again when a quorum just showed it.
  private Reading<Header> agreedAt(List<Header> seen, long height) {
    List<Header> there = seen.stream().filter(header -> header.number() == height).toList();
    Function<Header, Long> votes = header -> there.stream().filter(header::equals).count();
    return there.stream()
        .filter(header -> votes.apply(header) >= sources.quorum())
        .findFirst()
        .<Reading<Header>>map(header -> new Agreed<>(header, header.ref()))
        .orElseGet(() -> headerNearTip(height));
  }

  /// How old a block is.
  Duration age(Header header) {
    return Duration.between(header.ref().time(), clock.instant());
  }

  private boolean tooOld(Header newest) {
    return age(newest).compareTo(sources.profile().reads().maxAge()) > 0;
  }

  private static boolean disputed(Reading<Header> reading) {
    return reading instanceof Unknown<Header> unknown && unknown.code() == Code.SOURCES_DISAGREE;
  }

  private static Reading<Header> decided(Answers<Header> answers) {
    return switch (answers.decided().orElse(null)) {
      case Answer.Said<Header>(Header header) -> new Agreed<>(header, header.ref());
      case null, default -> answers.undecided();
    };
  }

  private static Optional<Answers.Dissent> dissent(Unknown<?> unknown) {
    return switch (unknown.code()) {
      case SOURCES_DISAGREE -> dissent(ChainAlarm.Kind.SOURCES_DISAGREE, unknown);
      case SOURCES_UNAVAILABLE -> dissent(ChainAlarm.Kind.SOURCES_UNAVAILABLE, unknown);
      case STALE_NODE -> dissent(ChainAlarm.Kind.STALE_NODE, unknown);
      case REVERTED -> Optional.empty();
    };
  }

  private static Optional<Answers.Dissent> dissent(ChainAlarm.Kind kind, Unknown<?> unknown) {
    return Optional.of(new Answers.Dissent(kind, unknown.answers()));
  }

  private static <R> Reading<R> retyped(Unknown<?> unknown) {
    return new Unknown<>(unknown.code(), unknown.answers(), unknown.revertData());
  }

  private record Tips(Header latest, Optional<Header> finalized) {}

  /// The headers of the newest and of the final block.
  record HeadPair(Header newest, Header finalized) {}
}
