// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.p2p;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.mainchain.p2p.PeerMessage.Version;

/// What we say of ourselves: a client that serves nothing.
///
/// @param clock for the time in the greeting
/// @param random for nonces
public record PeerIdentity(InstantSource clock, SecureRandom random) {
  private static final long SERVES_NOTHING = 0;
  private static final Bytes NODE_VERSION =
      Bytes.of("smartweb".getBytes(StandardCharsets.US_ASCII));

  Version greeting() {
    return new Version(
        Version.WITH_NODE_VERSION,
        SERVES_NOTHING,
        clock.instant().getEpochSecond() & 0xffff_ffffL,
        0,
        random.nextLong(),
        0,
        false,
        NODE_VERSION);
  }
}
