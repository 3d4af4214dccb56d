// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.trade;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.market.RoyaltyShare;
import org.elastos.smartweb.market.RoyaltyTable;

/// Who shares an edition's earnings, as a creator writes it: `ADDRESS=PERCENT` for each holder.
/// What is left is the creator's. Stateless.
public final class Royalties {
  /// Up to so many holders are paid in the sale itself; more are credited (decision C2).
  public static final int MOST_PUSHED = 5;

  private static final Pattern SHARE =
      Pattern.compile("(0x[0-9a-fA-F]{40})=([0-9]{1,3}(?:\\.[0-9]{1,4})?)%?");
  private static final int PPM_PLACES = 4;

  private Royalties() {}

  /// The table that the options give, with the rest for the creator.
  ///
  /// @throws CommandFailure `bad_royalty`
  public static RoyaltyTable of(List<String> options, EvmAddress creator) {
    SortedMap<EvmAddress, Integer> shares = new TreeMap<>();
    int given = 0;
    for (String option : options) {
      Matcher matcher = SHARE.matcher(option);
      if (!matcher.matches()) {
        throw bad("not a royalty share: " + option);
      }
      int part = partsPerMillion(matcher.group(2));
      if (shares.put(EvmAddress.fromHex(matcher.group(1)), part) != null) {
        throw bad("a royalty holder stands there twice: " + matcher.group(1));
      }
      given += part;
    }
    int rest = RoyaltyTable.WHOLE - given;
    if (rest < 0 || (rest > 0 && shares.containsKey(creator))) {
      throw bad("the royalty shares do not make 100 %");
    }
    if (rest > 0) {
      shares.put(creator, rest);
    }
    return table(shares);
  }

  private static RoyaltyTable table(SortedMap<EvmAddress, Integer> shares) {
    try {
      return new RoyaltyTable(
          shares.entrySet().stream()
              .map(entry -> new RoyaltyShare(entry.getKey(), entry.getValue()))
              .toList());
    } catch (IllegalArgumentException e) {
      throw bad(String.valueOf(e.getMessage()));
    }
  }

  /// A per cent with four places is a whole number of parts per million.
  private static int partsPerMillion(String percent) {
    int parts = new BigDecimal(percent).movePointRight(PPM_PLACES).intValueExact();
    if (parts == 0 || parts > RoyaltyTable.WHOLE) {
      throw bad("a royalty share is above 0 % and at most 100 %: " + percent);
    }
    return parts;
  }

  private static CommandFailure bad(String what) {
    return new CommandFailure(
        "bad_royalty",
        what,
        "write --royalty 0xADDRESS=PERCENT for each holder; what is left is the creator's");
  }
}
