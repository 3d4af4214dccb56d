// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.bouncycastle.math.ec.ECPoint;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.threshold.CombineOutcome.Combined;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Byte for byte against a second implementation (`src/test/js/tdh2.mjs`) and published values.
class KnownAnswersTest {
  private final SeededRandom random = new SeededRandom(5);

  private static List<JsonNode> vectors() {
    JsonNode file = Vectors.read("tdh2.json");
    assertThat(Vectors.hex(file.get("h2"))).isEqualTo(Curve.H2.bytes());
    List<JsonNode> vectors =
        StreamSupport.stream(file.get("vectors").spliterator(), false).toList();
    assertThat(vectors).hasSize(3);
    return vectors;
  }

  private static TrustedDealer dealer(JsonNode vector) {
    List<BigInteger> coefficients = new ArrayList<>();
    vector.get("coefficients").forEach(a -> coefficients.add(Vectors.number(a)));
    CommitteeShape shape =
        new CommitteeShape(vector.get("members").asInt(), vector.get("threshold").asInt());
    return new TrustedDealer(vector.get("epoch").asLong(), shape, coefficients);
  }

  @ParameterizedTest
  @MethodSource("org.elastos.smartweb.threshold.CurveLibraryTest#available")
  void encryptsAsTheOtherImplementation(CurveLibrary library) {
    library.call(() -> {
      encryptsAsTheOtherImplementation();
      return library;
    });
  }

  private void encryptsAsTheOtherImplementation() {
    for (JsonNode vector : vectors()) {
      TrustedDealer dealer = dealer(vector);
      EpochKeys keys = dealer.keys();
      assertThat(keys.publicData().bytes()).isEqualTo(Vectors.hex(vector.get("publicData")));
      KemTarget target =
          new KemTarget(
              keys.groupKey().gk(),
              Vectors.hash(vector.get("asset")),
              Vectors.hash(vector.get("policyHash")));
      assertThat(target.gk()).isEqualTo(Vectors.hash(vector.get("gk")));
      assertThat(target.label()).isEqualTo(Vectors.hash(vector.get("label")));
      ThresholdKem.Exponents exponents =
          new ThresholdKem.Exponents(
              Vectors.number(vector.get("r")), Vectors.number(vector.get("s")));
      ThresholdKem.Sealing sealing =
          new ThresholdKem.Sealing(
              keys.groupKey(), target, SecretBytes.copyOf(Vectors.hex(vector.get("fileKey"))));
      assertThat(ThresholdKem.seal(sealing, exponents, random).orElseThrow().bytes())
          .isEqualTo(Vectors.hex(vector.get("header")));
    }
  }

  @ParameterizedTest
  @MethodSource("org.elastos.smartweb.threshold.CurveLibraryTest#available")
  void makesAndAcceptsThePartialsOfTheOtherImplementation(CurveLibrary library) {
    library.call(() -> {
      makesAndAcceptsThePartialsOfTheOtherImplementation();
      return library;
    });
  }

  private void makesAndAcceptsThePartialsOfTheOtherImplementation() {
    for (JsonNode vector : vectors()) {
      TrustedDealer dealer = dealer(vector);
      EpochKeys keys = dealer.keys();
      Hash256 request = Vectors.hash(vector.get("request"));
      CheckedHeader header =
          ThresholdKem.check(
                  ThresholdHeader.require(Vectors.hex(vector.get("header"))),
                  Vectors.hash(vector.get("asset")))
              .orElseThrow();
      assertThat(header.ct()).isEqualTo(Vectors.hash(vector.get("ct")));
      List<VerifiedPartial> verified = new ArrayList<>();
      for (JsonNode expected : vector.get("partials")) {
        int index = expected.get("index").asInt();
        Partial theirs = Partial.decode(Vectors.hex(expected.get("partial"))).orElseThrow();
        assertThat(theirs.hash()).isEqualTo(Vectors.hash(expected.get("hash")));
        PartialProof proof = new PartialProof(header, keys.epoch(), index, request);
        BigInteger x = Vectors.number(expected.get("share"));
        BigInteger nonce = proof.hedgedNonce(x, Vectors.hex(expected.get("fresh")));
        assertThat(proof.prove(x, keys.share(index), nonce, random)).contains(theirs);
        verified.add(keys.verify(header, request, index, theirs).orElseThrow());
      }
      List<VerifiedPartial> last =
          verified.subList(verified.size() - keys.shape().threshold(), verified.size());
      Combined combined = (Combined) Combiner.combine(header, keys, last);
      assertThat(combined.fileKey().matches(Vectors.hex(vector.get("fileKey")))).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("org.elastos.smartweb.threshold.CurveLibraryTest#available")
  void sharesAndJoinsAsFrostOverTheSameCurve(CurveLibrary library) {
    library.call(() -> {
      sharesAndJoinsAsFrostOverTheSameCurve();
      return library;
    });
  }

  private void sharesAndJoinsAsFrostOverTheSameCurve() {
    JsonNode inputs = Vectors.read("frost-secp256k1-sha256.json").get("inputs");
    List<BigInteger> coefficients = new ArrayList<>();
    coefficients.add(Vectors.number(inputs.get("group_secret_key")));
    inputs.get("share_polynomial_coefficients").forEach(a -> coefficients.add(Vectors.number(a)));
    List<GroupElement> commitments =
        coefficients.stream().map(a -> Curve.blinded(Curve.G, a, random)).toList();
    assertThat(commitments.getFirst().bytes())
        .isEqualTo(Vectors.hex(inputs.get("group_public_key")));
    List<BigInteger> shares = new ArrayList<>();
    for (JsonNode share : inputs.get("participant_shares")) {
      int index = share.get("identifier").asInt();
      BigInteger value = Vectors.number(share.get("participant_share"));
      assertThat(Polynomials.evaluate(coefficients, BigInteger.valueOf(index))).isEqualTo(value);
      ECPoint expected = Curve.blinded(Curve.G, value, random).point();
      assertThat(Polynomials.evaluate(commitments, index)).isEqualTo(expected);
      shares.add(value);
    }
    int[] pair = {1, 3};
    BigInteger joined =
        Polynomials.lagrangeAtZero(1, pair)
            .multiply(shares.get(0))
            .add(Polynomials.lagrangeAtZero(3, pair).multiply(shares.get(2)))
            .mod(Curve.N);
    assertThat(joined).isEqualTo(coefficients.getFirst());
  }
}
