// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.elastos.smartweb.chain.SecretBytes;

/// Everything that a licence node's decision depends on.
///
/// @param stores what outlives restarts
/// @param chain what chains say
/// @param share this node's share
/// @param identity the Ed25519 seed registered on the board; stays the caller's to close
/// @param denylist what the operator denies
/// @param clock the time
/// @param random for seals, salts and blinding
public record NodePorts(
    Stores stores,
    Chain chain,
    ShareHolder share,
    SecretBytes identity,
    Denylist denylist,
    InstantSource clock,
    SecureRandom random) {
  /// What outlives restarts.
  public record Stores(SessionStore sessions, NonceStore nonces, AuditLog audit) {}

  /// What chains say.
  public record Chain(
      RightsReader rights,
      RevocationReader revocations,
      CommitteeView committee,
      AccountReader accounts) {}
}
