// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.fetch;

import java.net.InetAddress;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Which peers one job asks. Before each request it looks at the peer's name again: an address that
/// the job did not see first is refused, and a name that once led into a private network is not
/// asked any more. The client resolves the name once more when it connects; a name that changes
/// just between the two gets one request by that, not one for each block. Thread-safe.
final class JobRule {
  private final ProviderRule rule;
  private final Map<String, Set<InetAddress>> seen = new ConcurrentHashMap<>();
  private final Set<String> barred = ConcurrentHashMap.newKeySet();

  JobRule(ProviderRule rule) {
    this.rule = rule;
  }

  /// Whether a peer may be asked now.
  boolean allows(URI provider) {
    String host = provider.getHost();
    if (barred.contains(host)) {
      return false;
    }
    return switch (rule.verdict(provider)) {
      case ProviderRule.Verdict.Allowed(Set<InetAddress> addresses) ->
          seen.computeIfAbsent(host, first -> addresses).containsAll(addresses);
      case ProviderRule.Verdict.Unknown() -> false;
      case ProviderRule.Verdict.Forbidden() -> {
        barred.add(host);
        yield false;
      }
    };
  }

  /// Whether a peer may not be asked because of where it is, or was while this job ran.
  boolean forbids(URI provider) {
    return barred.contains(provider.getHost()) || rule.forbids(provider);
  }
}
