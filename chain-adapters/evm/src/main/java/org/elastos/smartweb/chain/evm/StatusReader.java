// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.chain.Reading.Agreed;
import org.elastos.smartweb.chain.Reading.Unknown;
import org.elastos.smartweb.chain.evm.HeadReader.HeadPair;

/// Puts the state of a chain together from what its sources say, one by one and as a quorum.
final class StatusReader {
  private final EvmSources sources;
  private final HeadReader heads;

  StatusReader(EvmSources sources, HeadReader heads) {
    this.sources = sources;
    this.heads = heads;
  }

  ChainStatus status() {
    Reading<HeadPair> reading = heads.currentHeads();
    Optional<HeadPair> pair = reading.agreed();
    String agreement =
        switch (reading) {
          case Agreed<HeadPair> _ -> "agreed";
          case Unknown<HeadPair> unknown -> unknown.code().text();
        };
    EvmProfile profile = sources.profile();
    return new ChainStatus(
        profile.name(),
        profile.chain(),
        profile.independent(),
        sources.quorum(),
        agreement,
        pair.map(found -> found.newest().ref()),
        pair.map(found -> found.finalized().ref()),
        pair.map(found -> heads.age(found.newest())),
        each(pair.map(HeadPair::newest)));
  }

  private List<ChainStatus.Source> each(Optional<Header> agreed) {
    Answers<Seen> answers = sources.round("status", 2).everyone(client -> look(client, agreed));
    List<ChainStatus.Source> all = new ArrayList<>();
    answers.bySource().forEach((name, answer) -> all.add(source(name, answer)));
    return all;
  }

  private static Seen look(RpcClient client, Optional<Header> agreed) {
    Header head = client.header("latest");
    boolean agrees =
        agreed.isPresent()
            && head.number() >= agreed.get().number()
            && client.header(agreed.get().number()).equals(agreed.get());
    return new Seen(head, agrees);
  }

  private static ChainStatus.Source source(String name, Answer<Seen> answer) {
    return switch (answer) {
      case Answer.Said<Seen>(Seen seen) ->
          new ChainStatus.Source(name, Optional.of(seen.head().ref()), seen.agrees(), "");
      case Answer.Reverts<Seen> _ ->
          new ChainStatus.Source(name, Optional.empty(), false, "answered with an error");
      case Answer.Failed<Seen>(var why, var _) ->
          new ChainStatus.Source(name, Optional.empty(), false, why);
    };
  }

  private record Seen(Header head, boolean agrees) {}
}
