// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.rules;

import org.elastos.smartweb.chain.ela.Sela;

/// The constants of a development chain. Heights and counts of blocks are `long`. Immutable.
///
/// @param magic the number in front of every peer message
/// @param bits every block's target: a development chain does not retarget
public record DevRules(long magic, long bits, Money money, Bpos bpos, CrossChain crossChain) {
  /// The chain id of ELA under merge mining, on every network.
  public static final int CHAIN_ID = 1224;

  /// Bits that every second parent header meets.
  public static final long EASY_BITS = 0x207f_ffffL;

  /// A height that never comes.
  public static final long NEVER = 0xffff_ffffL;

  /// What coins cost.
  ///
  /// @param reward what a block creates
  /// @param minimumFee the least fee of a transaction
  /// @param maturity how many blocks stand on a coinbase before it can be spent
  public record Money(Sela reward, Sela minimumFee, long maturity) {}

  /// Who confirms.
  ///
  /// @param seats arbiters in a set, the council's first
  /// @param council how many of them are the council
  /// @param agreement how many of the council sign a withdrawal
  /// @param confirmsFrom the first height with a confirm
  /// @param turn every so many blocks the next set is announced
  public record Bpos(int seats, int council, int agreement, long confirmsFrom, long turn) {}

  /// What is locked for side chains.
  ///
  /// @param frozenFrom the first height at which nothing locked may be spent
  /// @param restrictedFrom the first height at which withdrawals and refunds may again, by the
  ///   council; a chain that is never frozen has both at 0
  /// @param depositFee what a deposit's output holds beyond its target amount, at least
  /// @param refundFee what a refund leaves
  public record CrossChain(long frozenFrom, long restrictedFrom, Sela depositFee, Sela refundFee) {}

  /// Refuses constants that make no chain.
  public DevRules {
    if (bpos.council < 1 || bpos.council > bpos.seats || bpos.seats > 36 || bpos.turn < 8) {
      throw new IllegalArgumentException("a set has 1 to 36 seats, a turn at least 8 blocks");
    }
    if (bpos.agreement < 1 || bpos.agreement > bpos.council || money.maturity < 1) {
      throw new IllegalArgumentException("agreement within the council, maturity at least 1");
    }
  }

  /// The defaults: regnet's magic, maturity 100, twelve arbiters of which four are the council,
  /// three of them sign; all cross-chain restrictions in force from the start.
  public static DevRules standard() {
    return new DevRules(
        2_018_201,
        EASY_BITS,
        new Money(new Sela(1_000 * Sela.PER_ELA), new Sela(100), 100),
        new Bpos(12, 4, 3, 1, 36),
        new CrossChain(0, 0, new Sela(10_000), new Sela(100)));
  }

  /// The same with another maturity.
  public DevRules withMaturity(long blocks) {
    return new DevRules(
        magic, bits, new Money(money.reward, money.minimumFee, blocks), bpos, crossChain);
  }

  /// The same with announcements every so many blocks.
  public DevRules withTurn(long blocks) {
    Bpos other = new Bpos(bpos.seats, bpos.council, bpos.agreement, bpos.confirmsFrom, blocks);
    return new DevRules(magic, bits, money, other, crossChain);
  }

  /// The same with other heights for locked outputs.
  public DevRules withCrossChain(long frozenFrom, long restrictedFrom) {
    return new DevRules(
        magic,
        bits,
        money,
        bpos,
        new CrossChain(frozenFrom, restrictedFrom, crossChain.depositFee, crossChain.refundFee));
  }
}
