// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.abi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.elastos.smartweb.crypto.Sha256;
import org.junit.jupiter.api.Test;

class SyscallTest {
  /// Frozen with ABI 1: a change of this value is a change of what every capsule relies on.
  private static final String FROZEN =
      "7d73ce18c4f26057e4b6183c98e05876277407490e2075dcbb2dc6a897cd0b75";

  @Test
  void theTableIsFrozen() {
    byte[] table = Syscall.table().getBytes(StandardCharsets.UTF_8);

    assertThat(Sha256.of(table).hex()).isEqualTo(FROZEN);
    assertThat(Syscall.values()).hasSizeLessThanOrEqualTo(25);
  }

  @Test
  void theSpecificationHoldsTheSameTable() throws IOException {
    String spec = Files.readString(Path.of("../../docs/spec/syscalls.md"));

    assertThat(spec).contains(Syscall.table()).contains(FROZEN);
    for (Errno errno : Errno.values()) {
      assertThat(spec).contains("| " + errno.number() + " | `" + errno.code() + "` |");
    }
    assertThat(Arrays.stream(Syscall.values()).filter(call -> !call.served()).map(Syscall::text))
        .allSatisfy(name -> assertThat(spec).contains("`" + name + "` (not served yet)"));
  }
}
