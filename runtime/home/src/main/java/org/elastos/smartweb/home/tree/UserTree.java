// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.tree;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.elastos.smartweb.home.outcome.HomeException;
import org.elastos.smartweb.platform.state.PrivateDirectory;

/// One owner's part of the tree, kept in a directory of its own: `localhost://Users/<owner>/…`.
/// Files arrive whole or not at all: they are written in a staging directory of the same disk and
/// moved into place. Thread-safe; blocks on the disk.
public final class UserTree {
  private final Path root;
  private final Path staging;
  private final String owner;

  /// Opens the tree, making its directories (0700) when they are missing.
  public UserTree(Path directory, String owner) {
    if (!LocalPath.isSegment(owner)) {
      throw new IllegalArgumentException("an owner's name is one segment of a path");
    }
    this.root = directory.resolve("tree");
    this.staging = directory.resolve("incoming");
    this.owner = owner;
    PrivateDirectory.create(root.resolve(LocalPath.USERS).resolve(owner));
    PrivateDirectory.create(staging);
  }

  /// The name of a file directly under the owner's root.
  ///
  /// @return empty when `name` is not one segment
  public Optional<LocalPath> nameOf(String name) {
    return LocalPath.isSegment(name)
        ? Optional.of(LocalPath.ofUser(owner, name))
        : Optional.empty();
  }

  /// Where a name lies on the disk, whether or not something is there.
  ///
  /// @return empty for a name of another owner or root, or one that leads through a symbolic link
  public Optional<Path> locate(LocalPath name) {
    if (name.segments().size() < 3
        || !name.segments().get(0).equals(LocalPath.USERS)
        || !name.segments().get(1).equals(owner)) {
      return Optional.empty();
    }
    Path at = root;
    for (String segment : name.segments()) {
      at = at.resolve(segment);
      if (Files.isSymbolicLink(at)) {
        return Optional.empty();
      }
    }
    return Optional.of(at);
  }

  /// Where a file on its way in may be written under a key of the caller's; the same key gives the
  /// same place after a restart.
  public Path stagingFile(String key) {
    if (!key.matches("[A-Za-z0-9._-]{1,80}") || key.startsWith(".")) {
      throw new IllegalArgumentException("a staging key is a short plain word");
    }
    return staging.resolve(key);
  }

  /// Moves a finished file from staging to its name, replacing what stood there, and makes both the
  /// bytes and the name durable.
  ///
  /// @throws HomeException when the disk refuses
  public void publish(Path staged, LocalPath name) {
    Path target =
        locate(name).orElseThrow(() -> new IllegalArgumentException("a name of another owner"));
    try {
      sync(staged);
      Files.setPosixFilePermissions(staged, PosixFilePermissions.fromString("rw-------"));
      Files.move(
          staged, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      sync(directoryOf(target));
    } catch (AtomicMoveNotSupportedException e) {
      throw new HomeException("the tree and its staging lie on different disks", e);
    } catch (IOException e) {
      throw new HomeException("a file could not be put in the tree", e).with("name", name);
    }
  }

  /// Whether a plain file stands under the name.
  public boolean holds(LocalPath name) {
    return locate(name)
        .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
        .isPresent();
  }

  /// Deletes the file of a name; nothing happens when there is none.
  public void delete(LocalPath name) {
    locate(name).ifPresent(UserTree::deleteFile);
  }

  /// Deletes a staged file, if it is there.
  public void discard(Path staged) {
    if (!staged.startsWith(staging)) {
      throw new IllegalArgumentException("not a staged file");
    }
    deleteFile(staged);
  }

  private static void deleteFile(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new HomeException("a file could not be deleted", e).with("file", file);
    }
  }

  private static Path directoryOf(Path file) {
    Path parent = file.getParent();
    if (parent == null) {
      throw new IllegalArgumentException("a file of the tree stands in a directory");
    }
    return parent;
  }

  private static void sync(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
