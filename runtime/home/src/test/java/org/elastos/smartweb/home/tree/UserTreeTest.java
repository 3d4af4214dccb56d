// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserTreeTest {
  @TempDir Path directory;

  @Test
  void publishesAFileWholeAndPrivate() throws IOException {
    UserTree tree = new UserTree(directory, "alice");
    LocalPath name = tree.nameOf("song.ddrm").orElseThrow();
    Path staged = tree.stagingFile("job-1");
    Files.writeString(staged, "bytes");
    assertThat(tree.holds(name)).isFalse();

    tree.publish(staged, name);

    assertThat(tree.holds(name)).isTrue();
    assertThat(staged).doesNotExist();
    Path at = tree.locate(name).orElseThrow();
    assertThat(at).hasContent("bytes").startsWith(directory);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(at)))
        .isEqualTo("rw-------");
    tree.delete(name);
    assertThat(tree.holds(name)).isFalse();
  }

  @Test
  void knowsNoFileOfAnotherOwnerOrRoot() {
    UserTree tree = new UserTree(directory, "alice");
    assertThat(tree.locate(LocalPath.ofUser("bob", "song.ddrm"))).isEmpty();
    assertThat(tree.locate(new LocalPath(List.of("Public", "alice", "x")))).isEmpty();
    assertThat(tree.locate(new LocalPath(List.of("Users", "alice")))).isEmpty();
    assertThat(tree.nameOf("../bob/song.ddrm")).isEmpty();
  }

  @Test
  void followsNoSymbolicLink() throws IOException {
    UserTree tree = new UserTree(directory, "alice");
    LocalPath name = tree.nameOf("link").orElseThrow();
    Path outside = Files.writeString(directory.resolve("outside"), "secret");
    Files.createSymbolicLink(directory.resolve("tree/Users/alice/link"), outside);
    assertThat(tree.locate(name)).isEmpty();
    assertThat(tree.holds(name)).isFalse();
  }

  @Test
  void stagesUnderPlainWordsOnly() {
    UserTree tree = new UserTree(directory, "alice");
    assertThatThrownBy(() -> tree.stagingFile("../x")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tree.stagingFile(".hidden"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tree.discard(directory.resolve("tree")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new UserTree(directory, "a/b"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
