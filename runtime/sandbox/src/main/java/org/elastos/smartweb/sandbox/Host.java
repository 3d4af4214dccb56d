// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.elastos.smartweb.sandbox.audit.AuditLog;

/// What the host lends to every run.
///
/// @param clock for the clock call and the audit
/// @param random for the random call
/// @param audit where runs are recorded
/// @param witness shown each guest's memory at its end
public record Host(InstantSource clock, SecureRandom random, AuditLog audit, GuestWitness witness) {
  /// A host without a witness.
  public Host(InstantSource clock, SecureRandom random, AuditLog audit) {
    this(clock, random, audit, GuestWitness.NONE);
  }
}
