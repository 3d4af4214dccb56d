// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.crypto.TaggedHash;
import org.junit.jupiter.api.Test;

class HandoverStateTest {
  private static final Hash256 A = Hash256.fromHex("0a".repeat(32));
  private static final Hash256 B = Hash256.fromHex("0b".repeat(32));
  private static final HandoverState STATE =
      HandoverState.of(Map.of(B, 5L, A, 9L), Map.of(A, 100L), Map.of(B, 3L));

  private final SeededRandom random = new SeededRandom(3);

  @Test
  void readsBackWhatWasCommittedTo() {
    assertThat(HandoverState.decode(STATE.encode(), STATE.digest())).contains(STATE);
    assertThat(STATE.revocations().keySet()).containsExactly(A, B);
    assertThat(HandoverState.decode(STATE.encode(), A)).isEmpty();
    assertThat(HandoverState.decode(HandoverState.EMPTY.encode(), STATE.digest())).isEmpty();
  }

  @Test
  void refusesWhatIsMalformedThoughItWasCommittedTo() {
    Cbor entry = Cbor.array(Cbor.of(A), Cbor.of(1));
    Cbor none = Cbor.array();
    for (Bytes bad :
        List.of(
            Bytes.of(new byte[] {1, 2, 3}),
            map(2, none, none),
            map(1, Cbor.array(entry, entry), none),
            map(1, Cbor.array(Cbor.array(Cbor.of(B), Cbor.of(1)), entry), none),
            map(1, Cbor.array(Cbor.array(Cbor.of(A), Cbor.of(-1))), none),
            map(1, Cbor.array(Cbor.array(Cbor.of(A))), none),
            Bytes.of(Cbor.map().put("v", 1).encode()))) {
      Hash256 digest = TaggedHash.hash("smartweb/v1/handover", bad.bytes());
      assertThat(HandoverState.decode(bad, digest)).as("%s", bad).isEmpty();
    }
    assertThat(HandoverState.decode(map(1, Cbor.array(entry), none), digest(entry))).isPresent();
  }

  private static Hash256 digest(Cbor entry) {
    return TaggedHash.hash("smartweb/v1/handover", map(1, Cbor.array(entry), Cbor.array()).bytes());
  }

  private static Bytes map(long version, Cbor revocations, Cbor counts) {
    return Bytes.of(
        Cbor.map()
            .put("v", version)
            .put("revocations", revocations)
            .put("firstPlays", Cbor.array())
            .put("counts", counts)
            .encode());
  }

  @Test
  void mergingForgetsNoRevocationNoEarlierPlayAndNoGreaterCount() {
    HandoverState other =
        HandoverState.of(Map.of(A, 12L), Map.of(A, 90L, B, 7L), Map.of(B, 2L, A, 1L));
    assertThat(HandoverState.merged(List.of(STATE, other, HandoverState.EMPTY)))
        .isEqualTo(
            HandoverState.of(Map.of(A, 12L, B, 5L), Map.of(A, 90L, B, 7L), Map.of(A, 1L, B, 3L)));
    assertThat(HandoverState.merged(List.of())).isEqualTo(HandoverState.EMPTY);
  }

  @Test
  void refusesNegativeNumbersAndTooMuch() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HandoverState.of(Map.of(A, -1L), Map.of(), Map.of()));
    TreeMap<Hash256, Long> many = new TreeMap<>();
    for (long i = 0; i <= HandoverState.MAX_ENTRIES; i++) {
      many.put(Hash256.fromUint(BigInteger.valueOf(i)), 1L);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HandoverState.of(Map.of(), many, Map.of()));
  }

  @Test
  void onlyTheMemberItIsSealedForReadsIt() {
    EncryptionKey own = EncryptionKey.generate(random);
    EncryptionKey stranger = EncryptionKey.generate(random);
    HandoverSeal seal = new HandoverSeal(A, 3, 7);
    Bytes sealed = seal.seal(STATE, own.publicKey(), random);
    Hash256 digest = STATE.digest();
    assertThat(seal.open(sealed, own, digest, random)).contains(STATE);
    assertThat(seal.open(sealed, stranger, digest, random)).isEmpty();
    assertThat(seal.open(sealed, own, B, random)).isEmpty();
    for (HandoverSeal other :
        List.of(new HandoverSeal(B, 3, 7), new HandoverSeal(A, 4, 7), new HandoverSeal(A, 3, 8))) {
      assertThat(other.open(sealed, own, digest, random)).isEmpty();
    }
    byte[] bytes = sealed.bytes();
    for (byte[] bad :
        List.of(Arrays.copyOf(bytes, 32), Arrays.copyOf(bytes, 33), new byte[bytes.length])) {
      assertThat(seal.open(Bytes.of(bad), own, digest, random)).isEmpty();
    }
  }
}
