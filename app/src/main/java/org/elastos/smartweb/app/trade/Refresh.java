// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.trade;

import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import org.elastos.smartweb.home.client.HomeAnswer;
import org.elastos.smartweb.home.client.HomeClient;
import org.elastos.smartweb.home.content.Amendments.Amended;
import org.elastos.smartweb.home.content.ShelvedWork;
import org.elastos.smartweb.market.ProviderHint;

/// Lets a home ask for what a creator added to a work that it holds (decision A5). What is new is
/// welcome and what cannot be had now is no failure: the copy plays without it. Stateless.
final class Refresh {
  private Refresh() {}

  /// Asks these gateways.
  static void from(
      HomeClient home, ShelvedWork work, List<URI> gateways, Consumer<String> progress) {
    if (home.refresh(work.assetId(), gateways) instanceof HomeAnswer.Done<Amended>(Amended more)
        && !more.equals(Amended.NOTHING)) {
      progress.accept(
          "its creator added: statements " + more.statements() + ", envelopes " + more.envelopes());
    }
  }

  /// Asks whom the market names for the file.
  static void ofMarket(
      Workspace workspace, HomeClient home, ShelvedWork work, Consumer<String> progress) {
    List<URI> gateways =
        workspace.market().providers(work.cid()).given().orElse(List.of()).stream()
            .map(ProviderHint::url)
            .toList();
    from(home, work, gateways, progress);
  }
}
