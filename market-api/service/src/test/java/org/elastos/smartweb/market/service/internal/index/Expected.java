// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.service.internal.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.elastos.smartweb.market.Catalogue;
import org.elastos.smartweb.market.ChannelEvent;
import org.elastos.smartweb.market.ChannelRef;
import org.elastos.smartweb.market.Edition;
import org.elastos.smartweb.market.Samples;
import org.elastos.smartweb.market.service.internal.store.CatalogueReader;
import org.elastos.smartweb.market.service.internal.store.ChannelLogs;
import org.elastos.smartweb.market.service.internal.store.PostgresCatalogue;
import org.elastos.smartweb.platform.db.Db;

/// Compares the tables with the pure projection.
final class Expected {
  private Expected() {}

  /// Only channels that the factory made, and only from then on, are heard.
  static void assertSame(Db db, ChannelLogs logs, List<ChannelEvent> canonical) {
    Set<ChannelRef> open = new HashSet<>();
    List<ChannelEvent> heard = new ArrayList<>();
    for (ChannelEvent event : canonical) {
      if (event instanceof ChannelEvent.Opened) {
        open.add(event.channel());
      }
      if (open.contains(event.channel())) {
        heard.add(event);
      }
    }
    Catalogue expected = Catalogue.of(heard);
    CatalogueReader reader = new CatalogueReader(Samples.CHAIN);
    List<Edition> editions =
        db.inTransaction(sql -> reader.editions(sql, Optional.empty(), 10_000)).items();
    assertThat(editions).containsExactlyInAnyOrderElementsOf(expected.editions().values());
    assertThat(new PostgresCatalogue(db, logs).channels())
        .containsExactlyInAnyOrderElementsOf(
            expected.channels().keySet().stream().map(ChannelRef::address).toList());
    assertThat(Tables.dump(db).get("used_nonce")).hasSize(expected.nonces().size());
    List<BigInteger> units =
        db.inTransaction(
            sql -> sql.query("SELECT units FROM holding", row -> row.numeric("units")));
    assertThat(units).containsExactlyInAnyOrderElementsOf(expected.holdings().values());
  }
}
