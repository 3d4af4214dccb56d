// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.elastos.smartweb.chain.ela.AuxPow;
import org.elastos.smartweb.chain.ela.ElaCodec;
import org.elastos.smartweb.chain.ela.ElaHeader;
import org.junit.jupiter.api.Test;

class HeaderRunTest {
  @Test
  void mintsHeadersOfThePromisedSizeThatAllHold() {
    List<byte[]> headers = new HeaderMint(1).headers(50);

    assertThat(new HeaderRun(headers).run()).isEqualTo(50);
    assertThat(new HeaderMint(1).headers(2)).containsExactly(headers.get(0), headers.get(1));
    ElaHeader header = ElaCodec.readHeader(headers.getLast()).orElseThrow();
    AuxPow proof = header.auxPow();
    assertThat(header.height()).isEqualTo(50);
    assertThat(proof.coinbase().length()).isEqualTo(350);
    assertThat(proof.coinbaseBranch().length()).isEqualTo(12 * 32);
    assertThat(proof.auxBranch().length()).isEqualTo(3 * 32);
  }

  @Test
  void countsOnlyHeadersThatHold() {
    List<byte[]> headers = new HeaderMint(2).headers(3);
    headers.get(1)[40] ^= 1;
    headers.set(2, new byte[] {1});

    assertThat(new HeaderRun(headers).run()).isEqualTo(1);
  }
}
