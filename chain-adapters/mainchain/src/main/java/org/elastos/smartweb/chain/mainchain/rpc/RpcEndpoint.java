// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.rpc;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.elastos.smartweb.chain.SecretBytes;

/// Where a node answers JSON-RPC. Address and credentials are never shown, only the name.
///
/// @param name how logs and alarms call it
/// @param url http or https
/// @param basic `user:password` in UTF-8, where the node asks for it; closed by its owner
public record RpcEndpoint(String name, URI url, Optional<SecretBytes> basic) {
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
    return basic.map(secret -> secret.use(RpcEndpoint::encoded));
  }

  @Override
  public String toString() {
    return "RpcEndpoint[" + name + "]";
  }

  private static String encoded(byte[] userAndPassword) {
    byte[] text = Base64.getEncoder().encode(userAndPassword);
    return "Basic " + new String(text, StandardCharsets.US_ASCII);
  }
}
