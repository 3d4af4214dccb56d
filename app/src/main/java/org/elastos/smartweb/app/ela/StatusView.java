// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.ela;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.elastos.smartweb.chain.ela.ElaHash;
import org.elastos.smartweb.chain.mainchain.Contest;
import org.elastos.smartweb.chain.mainchain.LockedSpend;
import org.elastos.smartweb.chain.mainchain.MainchainStatus;
import org.elastos.smartweb.chain.mainchain.SourceFailure;
import org.elastos.smartweb.chain.mainchain.SourceStatus;

/// How the verified mainchain stands, as a map. Stateless.
public final class StatusView {
  private StatusView() {}

  /// @param now tells how old the newest block is
  public static Map<String, Object> of(MainchainStatus status, Instant now) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("ok", status.contest().isEmpty() && status.refusedSpends().isEmpty());
    map.put("network", status.network());
    map.put("height", status.head().height());
    map.put("hash", ElaHash.display(status.head().hash()));
    map.put("hashInternal", status.head().hash().hex());
    Instant time = Instant.ofEpochSecond(status.headTime());
    map.put("time", time.toString());
    map.put("lagSeconds", Math.max(0, Duration.between(time, now).toSeconds()));
    map.put("finalHeight", status.finalHeight());
    map.put("consensus", status.byWork() ? "work" : "bpos");
    map.put("contest", status.contest().map(StatusView::contest).orElse(null));
    map.put("refusedSpends", status.refusedSpends().stream().map(StatusView::spend).toList());
    if (!status.sources().isEmpty()) {
      map.put("sources", status.sources().stream().map(StatusView::source).toList());
    }
    return map;
  }

  private static Map<String, Object> contest(Contest contest) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("code", contest.code());
    map.put("height", contest.height());
    map.put("tip", ElaHash.display(contest.tip()));
    map.put("source", contest.source());
    return map;
  }

  private static Map<String, Object> spend(LockedSpend spend) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("code", spend.verdict());
    map.put("height", spend.height());
    map.put("txid", ElaHash.display(spend.txid()));
    return map;
  }

  private static Map<String, Object> source(SourceStatus source) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", source.name());
    map.put("agrees", source.agrees());
    map.put("dropped", source.dropped());
    map.put("claimedHeight", source.claimedHeight().orElse(null));
    map.put("failure", source.failure().map(one -> one.code().text()).orElse(null));
    map.put("detail", source.failure().map(SourceFailure::detail).orElse(null));
    return map;
  }
}
