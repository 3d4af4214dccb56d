// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.elastos.smartweb.chain.Bytes;
import org.junit.jupiter.api.Test;

class ChannelCodeTest {
  private final ChannelCode genuine = new ChannelCode(Samples.address(1), Samples.address(2));

  @Test
  void readsTheOwnerOutOfAGenuineChannel() {
    assertThat(genuine.ownerOf(genuine.of(Samples.address(3)))).contains(Samples.address(3));
  }

  @Test
  void recognisesNoOtherCode() {
    byte[] code = genuine.of(Samples.address(3)).bytes();
    for (int i = 0; i < code.length; i++) {
      byte[] changed = code.clone();
      changed[i] ^= 1;
      boolean inOwner = i >= 45 && i < 65;
      assertThat(genuine.ownerOf(Bytes.of(changed)).isPresent()).isEqualTo(inOwner);
    }
    assertThat(genuine.ownerOf(Bytes.EMPTY)).isEmpty();
    assertThat(genuine.ownerOf(Bytes.of(Arrays.copyOf(code, code.length + 1)))).isEmpty();
  }
}
