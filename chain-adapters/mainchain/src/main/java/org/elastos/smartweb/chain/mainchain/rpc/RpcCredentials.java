// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.rpc;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.elastos.smartweb.chain.SecretBytes;

/// What lets us in at a node. Prints nothing of itself; closed by its owner.
///
/// @param secret for BASIC `user:password` in UTF-8, for BEARER the token
public record RpcCredentials(Scheme scheme, SecretBytes secret) {
  /// How they are shown to the node (RFC 7617, RFC 6750).
  public enum Scheme {
    BASIC,
    BEARER
  }

  /// The value of the `authorization` header.
  String header() {
    return switch (scheme) {
      case BASIC -> "Basic " + secret.use(Base64.getEncoder()::encodeToString);
      case BEARER -> "Bearer " + secret.use(token -> new String(token, StandardCharsets.US_ASCII));
    };
  }
}
