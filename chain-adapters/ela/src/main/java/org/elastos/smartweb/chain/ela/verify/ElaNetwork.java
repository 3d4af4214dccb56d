// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.verify;

import java.util.Optional;
import org.elastos.smartweb.chain.Hash256;

/// What one network of the ELA mainchain is made of. Immutable.
///
/// @param genesis the genesis block's hash in internal byte order
/// @param chainId the id under which blocks are merge-mined
public record ElaNetwork(
    String name,
    Hash256 genesis,
    int chainId,
    WorkRules work,
    BposRules bpos,
    CrossChainRules crossChain) {
  /// A height that never comes.
  public static final long NEVER = 0xffff_ffffL;

  /// The chain id of every network of the ELA mainchain.
  public static final int CHAIN_ID = 1224;

  private static final WorkRules WORK = new WorkRules(0x1f00_08ffL, 720, 86_400, 4);

  /// How blocks are confirmed.
  ///
  /// @param seats seats of a full set, the council's included
  /// @param confirmsFrom the first height that needs a confirm
  /// @param announcedFrom the first height at which sets are announced
  /// @param revertFrom the first height that may go over to proof-of-work mode
  /// @param silence seconds without a block that allow it, from `revertFrom`
  /// @param shortSilenceFrom the first height at which `shortSilence` counts instead
  /// @param shortSilence seconds without a block that allow it later
  public record BposRules(
      int seats,
      long confirmsFrom,
      long announcedFrom,
      long revertFrom,
      long silence,
      long shortSilenceFrom,
      long shortSilence) {
    /// Seconds without a block that allow proof-of-work mode at a height.
    long silenceAt(long height) {
      return height < shortSilenceFrom ? silence : shortSilence;
    }
  }

  /// Who may spend what is locked for side chains, and what a deposit must leave.
  ///
  /// @param frozenFrom the first height at which nothing locked may be spent
  /// @param restrictedFrom the first height at which withdrawals and refunds may again
  /// @param agreement how many of the council sign
  /// @param depositFee what an output must hold beyond the amount that it asks for; sela
  public record CrossChainRules(
      long frozenFrom, long restrictedFrom, int agreement, long depositFee) {}

  /// The main network.
  public static final ElaNetwork MAINNET =
      new ElaNetwork(
          "mainnet",
          Hash256.fromHex("8d7014f2f941caa1972c8033b2f0a860ec8d4938b12bae2c62512852a558f405"),
          CHAIN_ID,
          WORK,
          new BposRules(36, 343_400, 751_400, 932_530, 43_200, 1_911_200, 7_200),
          new CrossChainRules(2_256_110, 2_256_724, 8, 10_000));

  /// The test network.
  public static final ElaNetwork TESTNET =
      new ElaNetwork(
          "testnet",
          Hash256.fromHex("b3314f465ea5556d570bcc473d59a0855b4405a25b1ea0c957c81b2920be1864"),
          CHAIN_ID,
          WORK,
          new BposRules(36, 246_700, 646_700, 815_060, 43_200, 1_304_005, 7_200),
          new CrossChainRules(NEVER, NEVER, 8, 10_000));

  /// The regression network.
  public static final ElaNetwork REGNET =
      new ElaNetwork(
          "regnet",
          TESTNET.genesis(),
          CHAIN_ID,
          WORK,
          new BposRules(36, 211_000, 532_650, 706_240, 43_200, NEVER, 7_200),
          new CrossChainRules(NEVER, NEVER, 8, 10_000));

  /// The public network of that name.
  public static Optional<ElaNetwork> named(String name) {
    return switch (name) {
      case "mainnet" -> Optional.of(MAINNET);
      case "testnet" -> Optional.of(TESTNET);
      case "regnet" -> Optional.of(REGNET);
      default -> Optional.empty();
    };
  }
}
