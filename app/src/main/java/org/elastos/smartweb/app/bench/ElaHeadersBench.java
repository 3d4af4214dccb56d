// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.bench;

import java.nio.ByteBuffer;
import java.util.List;
import org.bitcoinj.core.Block;
import org.bitcoinj.core.Context;
import org.elastos.smartweb.chain.ela.ElaCodec;

/// How many mainchain headers with merge-mining proofs one core reads and verifies in a second,
/// beside bitcoinj reading and checking the plain 80-byte parent headers of the same proofs.
public final class ElaHeadersBench implements Bench {
  private static final int HEADERS = 10_000;
  private static final long SEED = 20_261_123;
  private static final String UNIT = "headers/s";
  private static final String PEER = "bitcoinj plain header check";

  @Override
  public String name() {
    return "ela-headers";
  }

  @Override
  public String about() {
    return "reading and verifying AuxPoW headers on one core, beside bitcoinj's plain header check";
  }

  @Override
  public BenchReport run(BenchOptions options) {
    return measure(options, new Rounds(options), HEADERS);
  }

  BenchReport measure(BenchOptions options, Rounds rounds, int count) {
    options.progress().accept("making " + count + " headers");
    List<byte[]> encoded = new HeaderMint(SEED).headers(count);
    List<byte[]> parents = encoded.stream().map(ElaHeadersBench::parent).toList();
    HeaderRun verifying = new HeaderRun(encoded);
    options.progress().accept("measuring " + options.rounds() + " rounds");
    List<Sample> samples =
        rounds.rates(
            count,
            List.of(
                () -> whole(verifying.run(), count),
                () -> decoded(encoded),
                () -> checkedByBitcoinj(parents)));
    return new BenchReport(
        name(),
        List.of(
            Metric.of("auxpow_headers_per_s", samples.get(0), UNIT).beside(PEER, samples.get(2)),
            Metric.of("auxpow_decodes_per_s", samples.get(1), UNIT),
            Metric.of("bitcoinj_headers_per_s", samples.get(2), UNIT)),
        List.of(
            "one thread; "
                + count
                + " headers of "
                + encoded.getFirst().length
                + " bytes: parent coinbase 350, branches of 12 and 3",
            "19 double hashes a header here; bitcoinj's check is one double hash of 80 bytes, the"
                + " target and the time"));
  }

  /// The parent header of a header's proof.
  static byte[] parent(byte[] encoded) {
    return ElaCodec.readHeader(encoded).orElseThrow().auxPow().parentHeader().toArray();
  }

  private static long decoded(List<byte[]> encoded) {
    long sum = 0;
    for (byte[] bytes : encoded) {
      sum += ElaCodec.readHeader(bytes).orElseThrow().auxPow().auxIndex();
    }
    return sum;
  }

  /// Throws when a header does not hold.
  static long checkedByBitcoinj(List<byte[]> parents) {
    // The library wants its settings on every thread.
    Context.propagate(new Context());
    long count = 0;
    for (byte[] bytes : parents) {
      Block.verifyHeader(Block.read(ByteBuffer.wrap(bytes)));
      count++;
    }
    return whole(count, parents.size());
  }

  private static long whole(long count, int expected) {
    if (count != expected) {
      throw new IllegalStateException("a sound header was refused");
    }
    return count;
  }
}
