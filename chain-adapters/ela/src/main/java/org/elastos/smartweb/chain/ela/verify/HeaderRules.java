// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.verify;

import org.elastos.smartweb.chain.ela.ElaHeader;

/// Whether a header may stand above a verified one (docs/spec/mainchain.md, "Headers"). Total. Not
/// thread-safe.
public final class HeaderRules {
  /// How far a timestamp may be ahead of the clock; seconds.
  static final long MOST_AHEAD = 7_200;

  private final ElaNetwork network;
  private final HeaderCheck check;

  /// The rules of one network.
  public HeaderRules(ElaNetwork network) {
    this.network = network;
    this.check = new HeaderCheck(network.chainId());
  }

  /// The cheap rules first, the proof last.
  ///
  /// @param now seconds since 1970
  public Verdict verify(ChainPoint previous, ElaHeader header, long now) {
    if (!header.previous().equals(previous.hash())) {
      return Verdict.differs(Rule.PREVIOUS_WRONG, previous.hash().hex(), header.previous().hex());
    }
    if (header.height() != previous.height() + 1) {
      return Verdict.differs(Rule.HEIGHT_WRONG, previous.height() + 1, header.height());
    }
    long bits = Retarget.bitsAfter(previous, network.work());
    if (header.bits() != bits) {
      return Verdict.differs(
          Rule.BITS_WRONG, String.format("%08x", bits), String.format("%08x", header.bits()));
    }
    // The node adds a nanosecond before it compares: a time that equals the median passes.
    long median = MedianTime.of(previous.times());
    if (header.timestamp() < median) {
      return Verdict.differs(Rule.TIME_TOO_OLD, "at least " + median, header.timestamp());
    }
    if (header.timestamp() > now + MOST_AHEAD) {
      return Verdict.differs(
          Rule.TIME_TOO_NEW, "at most " + (now + MOST_AHEAD), header.timestamp());
    }
    return check.verify(header);
  }

  /// Whether a header is the genesis block's. It carries no work.
  public Verdict verifyGenesis(ElaHeader header) {
    return header.hash().equals(network.genesis()) && header.height() == 0
        ? Verdict.valid()
        : Verdict.differs(Rule.GENESIS_WRONG, network.genesis().hex(), header.hash().hex());
  }
}
