// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.trade;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmLog;
import org.elastos.smartweb.chain.TxReceipt;
import org.elastos.smartweb.contracts.generated.ChannelEvents;
import org.elastos.smartweb.market.RoyaltyTable;

/// What one transaction did, told by its own events.
///
/// @param paid units of the pay token for all units of the edition together
/// @param royalties who got what of it, in the order of the events
/// @param seller the owner who resold, when this was a resale
public record Purchase(
    EditionId edition,
    EvmAddress recipient,
    long quantity,
    BigInteger paid,
    List<Payment> royalties,
    Optional<Payment> seller,
    TxReceipt receipt) {
  /// Copies the payments.
  public Purchase {
    royalties = List.copyOf(royalties);
  }

  /// Money that somebody got.
  ///
  /// @param pushed whether it was paid at once; otherwise it waits to be claimed
  public record Payment(EvmAddress to, BigInteger units, boolean pushed) {
    Map<String, Object> asMap() {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("to", to.toString());
      map.put("amount", Money.text(units));
      map.put("units", units);
      map.put("pushed", pushed);
      return map;
    }
  }

  /// Reads the purchase of an edition out of a receipt; empty when there is none in it.
  ///
  /// @param table names the holders that a payment reached
  static Optional<Purchase> of(EditionId edition, RoyaltyTable table, TxReceipt receipt) {
    Reader reader = new Reader(edition, table);
    receipt.logs().forEach(reader::take);
    return reader.purchase(receipt);
  }

  /// By name, for programs.
  public Map<String, Object> asMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("edition", edition.toString());
    map.put("recipient", recipient.toString());
    map.put("quantity", quantity);
    map.put("paid", Money.text(paid));
    map.put("paidUnits", paid);
    map.put("royalties", royalties.stream().map(Payment::asMap).toList());
    seller.ifPresent(payment -> map.put("seller", payment.asMap()));
    map.put("transaction", receipt.transaction().toString());
    map.put("block", receipt.block().number());
    map.put("gasUsed", receipt.gasUsed());
    return map;
  }

  /// Gathers the events of one transaction.
  private static final class Reader {
    private final EditionId edition;
    private final RoyaltyTable table;
    private final List<Payment> royalties = new ArrayList<>();
    private final Set<EvmAddress> credited = new HashSet<>();
    private Optional<Payment> seller = Optional.empty();
    private Optional<Sale> sale = Optional.empty();

    private record Sale(EvmAddress recipient, long quantity, BigInteger paid) {}

    Reader(EditionId edition, RoyaltyTable table) {
      this.edition = edition;
      this.table = table;
    }

    void take(EvmLog log) {
      switch (ChannelEvents.decode(log).orElse(null)) {
        case ChannelEvents.Sold sold when sold.editionId().equals(edition) ->
            sale = Optional.of(new Sale(sold.recipient(), sold.quantity(), sold.paid()));
        case ChannelEvents.Resold resold when resold.editionId().equals(edition) ->
            sale = Optional.of(new Sale(resold.recipient(), resold.quantity(), resold.price()));
        case ChannelEvents.RoyaltiesPushed pushed when pushed.editionId().equals(edition) ->
            royalties.addAll(PushedRoyalties.payments(pushed, table));
        case ChannelEvents.RoyaltyCredited credit when credit.editionId().equals(edition) ->
            credited.add(credit.holder());
        case ChannelEvents.ProceedsPaid paid when paid.editionId().equals(edition) ->
            seller = Optional.of(new Payment(paid.seller(), paid.amount(), true));
        case ChannelEvents.ProceedsCredited credit when credit.editionId().equals(edition) ->
            seller = Optional.of(new Payment(credit.seller(), credit.amount(), false));
        case null, default -> {}
      }
    }

    Optional<Purchase> purchase(TxReceipt receipt) {
      return sale.map(made ->
          new Purchase(edition, made.recipient, made.quantity, made.paid, told(), seller, receipt));
    }

    /// A holder who took nothing has a credit instead.
    private List<Payment> told() {
      return royalties.stream()
          .map(paid -> credited.contains(paid.to) ? new Payment(paid.to, paid.units, false) : paid)
          .toList();
    }
  }
}
