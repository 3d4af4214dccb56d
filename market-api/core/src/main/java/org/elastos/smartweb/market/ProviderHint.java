// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/// Somebody's word that a trustless gateway at this address serves the file with this CID. A hint
/// and no more: whoever fetches checks each block.
public record ProviderHint(String cid, URI url) {
  /// The longest address that is kept, in characters.
  public static final int MAX_URL = 512;

  /// @throws IllegalArgumentException when the CID or the address has not the shape it should
  public ProviderHint {
    if (!ContentUri.isCid(cid) || !isGateway(url)) {
      throw new IllegalArgumentException("a provider hint has a CID and an http address");
    }
  }

  /// Reads what a stranger sent.
  public static Optional<ProviderHint> parse(String cid, String url) {
    if (!ContentUri.isCid(cid) || url.length() > MAX_URL) {
      return Optional.empty();
    }
    try {
      URI address = new URI(url);
      return isGateway(address) ? Optional.of(new ProviderHint(cid, address)) : Optional.empty();
    } catch (URISyntaxException malformed) {
      return Optional.empty();
    }
  }

  /// Whether the host is a name or address that strangers can reach as far as its text tells:
  /// neither loopback nor private, link-local, multicast or unspecified. A name may still resolve
  /// to such an address, which only the one who connects can see.
  public boolean isPublic() {
    return PublicHosts.isPublic(url.getHost());
  }

  private static boolean isGateway(URI url) {
    if (url.toString().length() > MAX_URL || url.getScheme() == null || url.getHost() == null) {
      return false;
    }
    String scheme = url.getScheme().toLowerCase(Locale.ROOT);
    return (scheme.equals("http") || scheme.equals("https"))
        && url.getRawUserInfo() == null
        && url.getRawFragment() == null
        && url.getRawQuery() == null
        && url.getPort() != 0
        && url.getPort() <= 65_535;
  }
}
