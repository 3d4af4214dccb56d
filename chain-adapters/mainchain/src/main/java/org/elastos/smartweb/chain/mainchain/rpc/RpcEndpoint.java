// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.rpc;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/// Where a node answers JSON-RPC. Address and credentials are never shown, only the name.
///
/// @param name how logs and alarms call it
/// @param url http or https
/// @param credentials where the node asks for them
public record RpcEndpoint(String name, URI url, Optional<RpcCredentials> credentials) {
  /// @throws IllegalArgumentException without a name or for anything but http and https
  public RpcEndpoint {
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    if (name.isBlank() || url.getHost() == null || !scheme.matches("https?")) {
      throw new IllegalArgumentException("a source has a name and an http or https address");
    }
    if (url.getUserInfo() != null) {
      throw new IllegalArgumentException("credentials do not stand in an address");
    }
  }

  /// A node that lets everybody in.
  public RpcEndpoint(String name, URI url) {
    this(name, url, Optional.empty());
  }

  /// The header that lets us in, if one is needed.
  Optional<String> authorization() {
    return credentials.map(RpcCredentials::header);
  }

  @Override
  public String toString() {
    return "RpcEndpoint[" + name + "]";
  }
}
