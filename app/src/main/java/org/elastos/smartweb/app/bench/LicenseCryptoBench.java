// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.bench;

import java.security.SecureRandom;
import java.util.List;
import org.elastos.smartweb.threshold.CommitteeShape;
import org.elastos.smartweb.threshold.CurveLibrary;

/// What a licence costs a node in mathematics, with either curve library, beside the bare group
/// operations of the fastest one; and how long nine members take to make a key.
public final class LicenseCryptoBench implements Bench {
  private static final int SHARES = 500;
  private static final CommitteeShape FIVE_OF_NINE = new CommitteeShape(9, 5);
  private static final String UNIT = "ms";
  private static final String PEER = "libsecp256k1, bare group operations";

  @Override
  public String name() {
    return "license-crypto";
  }

  @Override
  public String about() {
    return "a node's mathematics for one share, beside the bare operations of libsecp256k1; and a"
        + " 5-of-9 key generation";
  }

  @Override
  public BenchReport run(BenchOptions options) {
    return measure(options, new Rounds(options), SHARES);
  }

  BenchReport measure(BenchOptions options, Rounds rounds, int shares) {
    SecureRandom random = new SecureRandom();
    options.progress().accept("making a committee and " + shares + " headers");
    KeyGeneration generation = new KeyGeneration(FIVE_OF_NINE, random);
    KeyGeneration.Made made = generation.run();
    ShareRun pure = new ShareRun(CurveLibrary.BOUNCY_CASTLE, made, shares, random);
    ShareRun binary = new ShareRun(CurveLibrary.LIBSECP256K1, made, shares, random);
    if (!pure.isSound() || !binary.isSound()) {
      throw new IllegalStateException("a partial does not verify");
    }
    options.progress().accept("measuring " + options.rounds() + " rounds");
    List<Sample> each =
        rounds.rates(shares, List.of(pure, binary, new BareGroupRun(shares, random))).stream()
            .map(LicenseCryptoBench::millis)
            .toList();
    Sample ceremony =
        millis(rounds.rates(1, List.of(() -> generation.run().shares().size())).getFirst());
    return new BenchReport(
        name(),
        List.of(
            Metric.of("share_crypto_ms_bc", each.get(0), UNIT).beside(PEER, each.get(2)),
            Metric.of("share_crypto_ms_jni", each.get(1), UNIT).beside(PEER, each.get(2)),
            Metric.of("native_limit_ms", each.get(2), UNIT),
            Metric.of("dkg_5of9_ms", ceremony, UNIT)),
        List.of(
            "one thread; a share is: reading the header, its proof checked, partial and proof, every"
                + " secret in two random halves, no cache; signatures and seal of the answer are not"
                + " in it",
            "the limit has neither halves nor hashes: 5 products, 1 of the generator, 2 sums",
            "key generation: all nine members in turn on one thread, board in memory; nodes use "
                + CurveLibrary.preferred()));
  }

  private static Sample millis(Sample perSecond) {
    return new Sample(1000 / perSecond.median(), perSecond.noise());
  }
}
