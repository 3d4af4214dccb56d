// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.demo;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.elastos.smartweb.app.trade.Fetch;
import org.elastos.smartweb.app.trade.Fetched;
import org.elastos.smartweb.app.trade.Publication;
import org.elastos.smartweb.app.trade.Workspace;
import org.elastos.smartweb.home.fetch.FetchEvent;

/// The steps in which a home fetches the work. Not thread-safe.
final class Fetching {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Workspace workspace;
  private final Consumer<String> progress;

  Fetching(Workspace workspace, Consumer<String> progress) {
    this.workspace = workspace;
    this.progress = progress;
  }

  /// Fetches from whoever the market names: anybody may have the sealed file.
  Fetched fetch(Publication work, String home) {
    return fetch(work, List.of(), home);
  }

  /// Step 6.
  void fetchPastLiar(Publication work, Story.Evidence evidence) throws IOException {
    try (LyingPeer liar = new LyingPeer(work.file().gateway())) {
      Fetched fetched = fetch(work, List.of(liar.address(), work.file().gateway()), Demo.BUYER);
      List<FetchEvent> lies = fetched.events(FetchEvent.Kind.BAD_BLOCK);
      Optional<String> block = lies.isEmpty() ? Optional.empty() : lies.getFirst().block();
      evidence
          .put("cid", fetched.work().cid())
          .put("bytes", fetched.work().size())
          .put("liar", liar.address().toString())
          .put("bad block", block.orElse("none noticed"))
          .put("index", lies.isEmpty() ? "" : lies.getFirst().index().orElse(0))
          .check("exactly the flipped block was refused", block.equals(liar.liedAbout()))
          .check("it was refused once", lies.size() == 1)
          .check(
              "the liar is named",
              lies.stream().allMatch(lie -> names(lie.provider(), liar.address())))
          .check(
              "the block came from the honest peer",
              fetched.events(FetchEvent.Kind.PEER_CHANGED).stream()
                  .anyMatch(change -> names(change.provider(), work.file().gateway())))
          .check(
              "the whole file has the published CID",
              fetched.work().cid().equals(work.file().cid()));
    }
  }

  private Fetched fetch(Publication work, List<URI> peers, String home) {
    Fetch.Order order =
        new Fetch.Order(new Fetch.Target.ByEdition(work.sale().edition()), peers, home, PATIENCE);
    return new Fetch(workspace).fetch(order, progress);
  }

  private static boolean names(String provider, URI address) {
    return provider.contains(Integer.toString(address.getPort()));
  }
}
