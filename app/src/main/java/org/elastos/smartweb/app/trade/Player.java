// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.trade;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.elastos.smartweb.app.stack.StatePaths;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.platform.state.PrivateDirectory;
import org.elastos.smartweb.sandbox.OwnCapsules;
import org.elastos.smartweb.sandbox.bundle.Bundle;

/// The audio player as this installation distributes it: our modules, signed by the installation's
/// own developer key, which therefore is part of the player's lasting id. Stateless.
public final class Player {
  /// The lowest release that may open what is published here.
  public static final long MIN_RELEASE = 1;

  private Player() {}

  /// The signed bundle; the key is made at first use.
  public static Bundle bundle(StatePaths paths, SecureRandom random) {
    Path folder = PrivateDirectory.create(paths.root().resolve("developer"));
    try (SecretBytes seed = DeveloperKey.readOrCreate(folder.resolve("audio-player.key"), random)) {
      return OwnCapsules.audioPlayer(seed);
    }
  }
}
