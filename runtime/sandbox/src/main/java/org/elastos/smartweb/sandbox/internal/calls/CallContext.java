// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.internal.calls;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.sandbox.abi.HandleProvider;
import org.elastos.smartweb.sandbox.audit.AuditLog;
import org.elastos.smartweb.sandbox.bundle.Manifest;

/// What one run's calls may reach.
///
/// @param manifest of the running release
/// @param releaseId its id
/// @param providers the kinds that the owner grants
/// @param log takes the capsule's own log lines
/// @param clock for the clock call and the audit
/// @param random for the random call
/// @param audit where the run is recorded
public record CallContext(
    Manifest manifest,
    Hash256 releaseId,
    List<HandleProvider> providers,
    Consumer<String> log,
    InstantSource clock,
    SecureRandom random,
    AuditLog audit) {
  /// Keeps a copy.
  public CallContext {
    providers = List.copyOf(providers);
  }
}
