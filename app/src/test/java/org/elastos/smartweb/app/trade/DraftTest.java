// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftTest {
  private final SecureRandom random = new SecureRandom();
  @TempDir private Path folder;

  @Test
  void goesOnWithTheSameEditionUntilAllIsDone() throws IOException {
    Draft first = Draft.of(folder.resolve("works"), "this", random);
    Files.writeString(first.container(), "encrypted");
    Draft again = Draft.of(folder.resolve("works"), "this", random);
    assertThat(again.salt()).isEqualTo(first.salt());
    assertThat(again.container()).hasContent("encrypted");
    again.done();
    assertThat(Draft.of(folder.resolve("works"), "this", random).salt()).isNotEqualTo(first.salt());
    assertThat(again.container()).doesNotExist();
  }

  @Test
  void keepsDifferentPublicationsApart() {
    Path works = folder.resolve("works");
    assertThat(Draft.of(works, "this", random).salt())
        .isNotEqualTo(Draft.of(works, "that", random).salt());
  }

  @Test
  void takesNoContainerThatBelongsToNoNote() throws IOException {
    Path works = folder.resolve("works");
    Draft first = Draft.of(works, "this", random);
    first.done();
    Files.writeString(first.container(), "left over");
    assertThat(Draft.of(works, "this", random).container()).doesNotExist();
  }
}
