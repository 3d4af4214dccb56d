// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.cbor.Parsed;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.ddrm.Freshness;
import org.elastos.smartweb.ddrm.Policy;
import org.elastos.smartweb.threshold.SeededRandom;
import org.junit.jupiter.api.Test;

class OutcomesTest {
  private static final SealedAnswer.Binding BINDING =
      new SealedAnswer.Binding(Hash256.fromHex("01".repeat(32)), 1);

  @Test
  void everyCodeHasItsTextAndStatus() {
    for (RefusalCode code : RefusalCode.values()) {
      assertThat(RefusalCode.of(code.text())).contains(code);
      assertThat(code.httpStatus()).isBetween(400, 503);
    }
    assertThat(RefusalCode.of("no_such_code")).isEmpty();
    assertThat(RefusalCode.NOT_FINAL_YET.text()).isEqualTo("not_final_yet");
  }

  @Test
  void everyOutcomeOfANodeSaysWhetherItAnswered() {
    assertThat(new NodeOutcome.Useless("bad_receipt").answered()).isTrue();
    assertThat(new NodeOutcome.Refused("replay").answered()).isTrue();
    assertThat(new NodeOutcome.Unreachable("timeout").answered()).isFalse();
    assertThat(new NodeOutcome.NotNeeded().answered()).isFalse();
    assertThat(new NodeOutcome.NotNeeded().code()).isEqualTo("not_needed");
    assertThat(new NodeOutcome.NotNeeded().conviction()).isEmpty();
  }

  private static Optional<SealedAnswer.Contents> open(byte[] sealed) {
    Bytes body = Bytes.of(Cbor.map().put("v", 1).put("sealed", sealed).encode());
    return SealedAnswer.open(BINDING, body, info -> SecretBytes.copyOf(new byte[32]));
  }

  @Test
  void answersOfAnotherSizeAreNotOpened() {
    assertThat(open(new byte[0])).isEmpty();
    assertThat(open(new byte[32])).isEmpty();
    assertThat(open(new byte[33])).isEmpty();
    assertThat(open(new byte[SealedAnswer.MAX_BYTES])).isEmpty();
  }

  @Test
  void timesBeyondTheCalendarAreRefused() {
    Bytes late = Bytes.of(Cbor.map().put("v", 1).put("at", Long.MAX_VALUE).encode());
    assertThat(Wire.parse(late, map -> Wire.seconds(map, "at")))
        .isInstanceOf(Parsed.Malformed.class);
  }

  @Test
  void remembersNoMoreHeadersThanItsLimit() {
    TestNetwork network = new TestNetwork(9);
    Policy policy = TestWork.policy(Freshness.FINAL);
    CheckedHeaders headers = new CheckedHeaders(1);
    SeededRandom random = network.random;
    for (int round = 0; round < 3; round++) {
      Bytes header = network.work.header(network.keys().groupKey(), policy, random);
      var read = org.elastos.smartweb.threshold.ThresholdHeader.require(header.bytes());
      Hash256 asset = network.work.asset().hash();
      assertThat(headers.check(read, asset)).isPresent();
      assertThat(headers.check(read, asset)).isPresent();
      assertThat(headers.check(read, Hash256.ZERO)).isEmpty();
    }
  }
}
