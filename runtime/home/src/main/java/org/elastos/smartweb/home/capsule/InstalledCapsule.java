// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.capsule;

import java.time.Instant;
import org.elastos.smartweb.chain.Hash256;

/// A capsule on the owner's shelf.
///
/// @param appId lasts through all releases
/// @param releaseId names this build
public record InstalledCapsule(
    Hash256 appId, long release, Hash256 releaseId, String name, Instant installedAt) {}
