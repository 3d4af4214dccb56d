// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.net.URI;
import java.util.Locale;

/// One JSON-RPC endpoint of a chain. The address may hold a key, so only the name is ever shown.
///
/// @param name how logs, alarms and answers call it
public record RpcSource(String name, URI url, SourceLimits limits) {
  /// @throws IllegalArgumentException without a name or for anything but http and https
  public RpcSource {
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    if (name.isBlank() || url.getHost() == null || !scheme.matches("https?")) {
      throw new IllegalArgumentException("a source has a name and an http or https address");
    }
  }

  /// A source without limits of its own.
  public RpcSource(String name, URI url) {
    this(name, url, SourceLimits.NONE);
  }

  @Override
  public String toString() {
    return "RpcSource[" + name + "]";
  }
}
