// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.elastos.smartweb.crypto.SealedFile;
import org.elastos.smartweb.home.license.CommitteePin;
import org.elastos.smartweb.home.tree.LocalPath;
import org.elastos.smartweb.platform.db.DatabaseAccess;

/// What one home is told at its start. Holds no secret.
///
/// @param owner whose home it is; one segment of a path
/// @param directory of the tree, capsules and keys
/// @param keyPassword the file with the password of the device key
/// @param sealing what guessing that password costs, for a key made now
/// @param database its role and schema
/// @param listen where it listens
/// @param committees every committee that it may ask (decision B6)
/// @param privateProviders whether works may be fetched from loopback, private and link-local
///   addresses too
public record HomeConfig(
    String owner,
    Path directory,
    Path keyPassword,
    SealedFile.Cost sealing,
    DatabaseAccess database,
    Listen listen,
    List<CommitteePin> committees,
    boolean privateProviders) {
  /// @throws IllegalArgumentException when the owner's name is no segment of a path
  public HomeConfig {
    committees = List.copyOf(committees);
    if (!LocalPath.isSegment(owner)) {
      throw new IllegalArgumentException("an owner's name is one segment of a path");
    }
  }

  /// Both ports are on loopback; 0 takes any free one.
  ///
  /// @param ownerPort of the owner's interface
  /// @param gatewayPort of the public gateway, which is another origin
  /// @param origins pages that may use the owner's interface, as in `http://127.0.0.1:8080`
  public record Listen(int ownerPort, int gatewayPort, Set<String> origins) {
    /// Keeps a copy.
    public Listen {
      origins = Set.copyOf(origins);
    }
  }

  /// The file of the owner's token, which the command line reads.
  public Path tokenFile() {
    return directory.resolve("owner.token");
  }
}
