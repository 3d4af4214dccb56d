// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {
  @Test
  void readsWhatItPrints() {
    LocalPath path = LocalPath.ofUser("alice", "Übung 1.ddrm");
    assertThat(path).hasToString("localhost://Users/alice/Übung 1.ddrm");
    assertThat(LocalPath.parse(path.toString())).contains(path);
    assertThat(path.name()).isEqualTo("Übung 1.ddrm");
    assertThat(LocalPath.ofUser("alice", "a").child("b").segments())
        .containsExactly("Users", "alice", "a", "b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost://",
        "localhost:///Users/a",
        "localhost://Users//a",
        "localhost://Users/a/",
        "localhost://Users/../etc/passwd",
        "localhost://Users/./a",
        "localhost://Users/a\\..\\b",
        "localhost://Users/a/\u0000",
        "localhost://Users/a/\u202Egnp.exe",
        "localhost://Users/a/c:d",
        "localhost://Users/a/ lead",
        "http://Users/a",
        "LOCALHOST://Users/a"
      })
  void refusesWhatADiskCouldReadInAnotherWay(String text) {
    assertThat(LocalPath.parse(text)).isEmpty();
  }

  @Test
  void refusesLongNamesAndDeepPaths() {
    assertThat(LocalPath.isSegment("a".repeat(200))).isTrue();
    assertThat(LocalPath.isSegment("a".repeat(201))).isFalse();
    assertThat(LocalPath.isSegment("ü".repeat(101))).isFalse();
    assertThat(LocalPath.isSegment("\uD800")).isFalse();
    assertThat(LocalPath.parse("localhost://" + "a/".repeat(32) + "a")).isEmpty();
    assertThatThrownBy(() -> new LocalPath(List.of("..")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
