// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.state;

import java.nio.file.Path;
import java.util.Map;
import org.elastos.smartweb.platform.PlatformException;

/// The directory that holds everything a command keeps: database, keys, logs, records of children.
/// Private (mode 0700) and owned by one live process at a time. Thread-safe.
public final class StateDirectory implements AutoCloseable {
  private final Path root;
  private final OwnerLock lock;

  private StateDirectory(Path root, OwnerLock lock) {
    this.root = root;
    this.lock = lock;
  }

  /// Where the state lives when nobody says otherwise: `$XDG_STATE_HOME/smartweb`, else
  /// `~/.local/state/smartweb`.
  ///
  /// @param environment the process environment
  public static Path defaultPath(Map<String, String> environment) {
    return home(environment, "XDG_STATE_HOME", ".local/state").resolve("smartweb");
  }

  /// Where things live that can be made again: `$XDG_CACHE_HOME/smartweb`, else
  /// `~/.cache/smartweb`.
  ///
  /// @param environment the process environment
  public static Path defaultCache(Map<String, String> environment) {
    return home(environment, "XDG_CACHE_HOME", ".cache").resolve("smartweb");
  }

  /// Opens the directory for this process, making it when it is not there.
  ///
  /// @throws PlatformException when another live process has it open, naming that process
  public static StateDirectory open(Path root) {
    Path directory = PrivateDirectory.create(root);
    return new StateDirectory(directory, OwnerLock.take(directory.resolve("lock")));
  }

  public Path root() {
    return root;
  }

  /// A private directory below the root, made when it is not there.
  ///
  /// @param name relative, as in `keys` or `nodes/node_1`
  public Path directory(String name) {
    return PrivateDirectory.create(below(name));
  }

  /// A path below the root, in a private directory that is made when it is not there.
  ///
  /// @param name relative, as in `keys/owner.token`
  public Path file(String name) {
    Path file = below(name);
    Path parent = file.getParent();
    PrivateDirectory.create(parent == null ? root : parent);
    return file;
  }

  /// Frees the directory for another process; calling again changes nothing.
  @Override
  public void close() {
    lock.close();
  }

  private Path below(String name) {
    Path path = root.resolve(name).normalize();
    if (!path.startsWith(root) || path.equals(root)) {
      throw new PlatformException("the path leaves the state directory").with("path", name);
    }
    return path;
  }

  private static Path home(Map<String, String> environment, String variable, String otherwise) {
    String chosen = environment.getOrDefault(variable, "");
    // The XDG specification has relative values ignored.
    if (chosen.startsWith("/")) {
      return Path.of(chosen);
    }
    String home = environment.getOrDefault("HOME", "");
    if (home.isEmpty()) {
      throw new PlatformException("no home directory is set; name a state directory")
          .with("variable", variable);
    }
    return Path.of(home, otherwise);
  }
}
