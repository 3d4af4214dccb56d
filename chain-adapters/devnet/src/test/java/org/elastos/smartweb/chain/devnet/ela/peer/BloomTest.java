// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BloomTest {
  /// Published values of MurmurHash3 x86 32: seed, text, hash.
  @ParameterizedTest
  @CsvSource({
    "00000000, '', 00000000",
    "00000001, '', 514e28b7",
    "ffffffff, '', 81f16f39",
    "9747b28c, 'a', 7fa09ea6",
    "9747b28c, 'aa', 5d211726",
    "9747b28c, 'aaa', 283e0130",
    "9747b28c, 'aaaa', 5a97808a",
    "9747b28c, 'Hello, world!', 24884cba",
  })
  void hashesAsPublished(String seed, String text, String hash) {
    int hashed =
        Bloom.murmur3(HexFormat.fromHexDigits(seed), text.getBytes(StandardCharsets.US_ASCII));
    assertThat(HexFormat.of().toHexDigits(hashed)).isEqualTo(hash);
  }
}
