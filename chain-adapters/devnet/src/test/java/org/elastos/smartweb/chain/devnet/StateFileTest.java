// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {
  private static final String STATE = "{\"a\":{\"b\":[1,{\"c\":\"}\\\"]\"}]},\"d\":[]}";

  @TempDir private Path directory;

  @Test
  void noBeginningOfAStateIsComplete() {
    byte[] whole = STATE.getBytes(UTF_8);
    assertThat(StateFile.isComplete(whole)).isTrue();
    assertThat(StateFile.isComplete((STATE + "\n").getBytes(UTF_8))).isTrue();
    assertThat(StateFile.isComplete((STATE + STATE).getBytes(UTF_8))).isFalse();
    for (int length = 0; length < whole.length; length++) {
      assertThat(StateFile.isComplete(Arrays.copyOf(whole, length))).as("%d", length).isFalse();
    }
  }

  @Test
  void putsTheLastCompleteStateBackWhenTheFileIsTornOrGone() throws IOException {
    Path file = directory.resolve("chain.json");
    var state = new StateFile(file);
    assertThat(state.restore()).as("nothing there").isFalse();
    Files.writeString(file, STATE);
    state.keep();
    Files.writeString(file, STATE.substring(0, 9));
    state.keep();
    assertThat(new StateFile(file).restore()).isTrue();
    assertThat(file).hasContent(STATE);
    Files.delete(file);
    state.keep();
    assertThat(new StateFile(file).restore()).isTrue();
    assertThat(file).hasContent(STATE);
  }

  @Test
  void refusesToStartAnewOverATornStateWithoutACopy() throws IOException {
    Path file = directory.resolve("chain.json");
    Files.writeString(file, "{\"a\":");
    assertThatThrownBy(() -> new StateFile(file).restore()).isInstanceOf(DevnetException.class);
    assertThat(file).hasContent("{\"a\":");
  }
}
