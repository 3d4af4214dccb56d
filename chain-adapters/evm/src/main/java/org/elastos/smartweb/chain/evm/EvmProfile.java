// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.elastos.smartweb.chain.ChainId;

/// What is particular to one chain: its id, whether its sources must be independent, when a block
/// is final, what may be paid.
///
/// @param independent whether every source must be on a host of its own
/// @param naming what is done about the hashes that sources give for blocks
public record EvmProfile(
    String name,
    ChainId chain,
    boolean independent,
    Finality finality,
    HeaderNaming naming,
    FeePolicy fees,
    ReadPolicy reads) {
  /// The development chain: two clients of one node are allowed and reported as not independent.
  public static final EvmProfile DEVELOPMENT =
      new EvmProfile(
          "development",
          new ChainId(31337),
          false,
          new Finality.Tag(),
          HeaderNaming.RECOMPUTED,
          FeePolicy.gwei(1, 1, 100),
          ReadPolicy.DEFAULT);

  /// Elastos Smart Chain.
  public static final EvmProfile ESC = sidechain("esc", 20);

  /// Elastos Identity Chain.
  public static final EvmProfile EID = sidechain("eid", 22);

  /// Base.
  public static final EvmProfile BASE =
      new EvmProfile(
          "base",
          new ChainId(8453),
          true,
          new Finality.Tag(),
          HeaderNaming.RECOMPUTED,
          new FeePolicy(
              BigInteger.valueOf(1_000_000),
              FeePolicy.GWEI.multiply(BigInteger.TWO),
              FeePolicy.GWEI.multiply(BigInteger.TEN),
              15_000_000),
          ReadPolicy.DEFAULT);

  private static final int FEWEST_SOURCES = 2;

  /// The profiles by their names.
  public static Map<String, EvmProfile> byName() {
    return Map.of(DEVELOPMENT.name, DEVELOPMENT, ESC.name, ESC, EID.name, EID, BASE.name, BASE);
  }

  /// The same with other limits of reading.
  public EvmProfile withReads(ReadPolicy other) {
    return new EvmProfile(name, chain, independent, finality, naming, fees, other);
  }

  /// The same with other limits of fees.
  public EvmProfile withFees(FeePolicy other) {
    return new EvmProfile(name, chain, independent, finality, naming, other, reads);
  }

  /// The same with other trust in the names of blocks.
  public EvmProfile withNaming(HeaderNaming other) {
    return new EvmProfile(name, chain, independent, finality, other, fees, reads);
  }

  /// All of two sources, more than half of more.
  int defaultQuorum(int sources) {
    return sources / 2 + 1;
  }

  /// @throws EvmException `too_few_sources`, `source_named_twice` or `sources_on_one_host`
  void requireSources(List<RpcSource> sources) {
    if (sources.size() < FEWEST_SOURCES) {
      throw refusal("too_few_sources", "a chain is read through at least two sources", "");
    }
    Set<String> names = new HashSet<>();
    Set<String> hosts = new HashSet<>();
    for (RpcSource source : sources) {
      if (!names.add(source.name())) {
        throw refusal("source_named_twice", "every source has its own name", source.name());
      }
      if (independent && !hosts.add(HostIdentity.of(source.url().getHost()))) {
        throw refusal("sources_on_one_host", "two sources are on one host", source.name());
      }
    }
  }

  private EvmException refusal(String code, String text, String source) {
    return new EvmException(code, text, Map.of("profile", name, "source", source));
  }

  private static EvmProfile sidechain(String name, long id) {
    return new EvmProfile(
        name,
        new ChainId(id),
        true,
        new Finality.Depth(6),
        HeaderNaming.COMPARED,
        FeePolicy.gwei(1, 50, 200),
        ReadPolicy.DEFAULT);
  }
}
