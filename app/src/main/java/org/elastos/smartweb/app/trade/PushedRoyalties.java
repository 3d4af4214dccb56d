// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.trade;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.elastos.smartweb.contracts.generated.ChannelEvents;
import org.elastos.smartweb.market.RoyaltyShare;
import org.elastos.smartweb.market.RoyaltyTable;

/// What each holder got of royalties that a sale pushed, told by one event for all of them.
/// Stateless.
final class PushedRoyalties {
  private static final BigInteger WHOLE = BigInteger.valueOf(RoyaltyTable.WHOLE);

  private PushedRoyalties() {}

  /// Entries whose bits are set got their part rounded down, and the first of them what is left of
  /// the amount after the credit of those that became shares.
  static List<Purchase.Payment> payments(ChannelEvents.RoyaltiesPushed pushed, RoyaltyTable table) {
    List<RoyaltyShare> shares = table.shares();
    BigInteger left = pushed.amount().subtract(pushed.credit());
    List<Purchase.Payment> payments = new ArrayList<>();
    for (int i = 0; i < shares.size(); i++) {
      if ((pushed.entries() >> i & 1) != 0) {
        BigInteger share = BigInteger.valueOf(shares.get(i).share());
        BigInteger part = pushed.amount().multiply(share).divide(WHOLE);
        payments.add(new Purchase.Payment(shares.get(i).holder(), part, true));
        left = left.subtract(part);
      }
    }
    if (!payments.isEmpty()) {
      Purchase.Payment first = payments.getFirst();
      payments.set(0, new Purchase.Payment(first.to(), first.units().add(left), true));
    }
    return payments;
  }
}
