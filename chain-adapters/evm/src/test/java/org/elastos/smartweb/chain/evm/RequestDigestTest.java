// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmTransaction;
import org.elastos.smartweb.chain.Hash256;
import org.junit.jupiter.api.Test;

/// What an id of the outbox stands for.
class RequestDigestTest {
  private static final EvmAddress ZERO_THEN_ONES = EvmAddress.fromHex("00" + "11".repeat(19));

  @Test
  void aCreationCannotPassForACall() {
    // A call of this addressee with no value, and the creation whose value and data are its bytes.
    EvmTransaction call =
        new EvmTransaction(
            Optional.of(ZERO_THEN_ONES), Bytes.fromHex("22".repeat(40)), BigInteger.ZERO);
    EvmTransaction creation =
        new EvmTransaction(
            Optional.empty(),
            Bytes.fromHex("00".repeat(19) + "22".repeat(40)),
            new BigInteger("11".repeat(19) + "00".repeat(13), 16));
    RequestDigest first = RequestDigest.of(call);
    RequestDigest second = RequestDigest.of(creation);
    assertThat(first.unframed()).isEqualTo(second.unframed());
    assertThat(first.value()).isNotEqualTo(second.value());
    assertThat(first.names(second.value())).isFalse();
  }

  @Test
  void knowsWhatItStoredBeforeFraming() {
    EvmTransaction call =
        new EvmTransaction(
            Optional.of(ZERO_THEN_ONES), Bytes.fromHex("abcd"), BigInteger.valueOf(7));
    Hash256 stored =
        Hash256.fromHex("b389d81f8d7f812608a48d1aa09188b7e66e2cb6c418d6ff424795cf0436ec14");
    assertThat(RequestDigest.of(call).unframed()).isEqualTo(stored);
    assertThat(RequestDigest.of(call).names(stored)).isTrue();
    EvmTransaction other =
        new EvmTransaction(
            Optional.of(ZERO_THEN_ONES), Bytes.fromHex("abce"), BigInteger.valueOf(7));
    assertThat(RequestDigest.of(other).names(stored)).isFalse();
  }
}
