// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.ddrm.Comparison;
import org.elastos.smartweb.ddrm.Comparison.Operand;
import org.elastos.smartweb.ddrm.Comparison.Operator;
import org.elastos.smartweb.ddrm.Condition;
import org.elastos.smartweb.ddrm.Condition.Access;
import org.elastos.smartweb.ddrm.Condition.Contract;
import org.elastos.smartweb.ddrm.Condition.HoldsEdition;
import org.elastos.smartweb.ddrm.Condition.Standard;

/// What the leaves of conditions are for one wallet, each read at most once at a block. What
/// reverts, or answers in another form than its standard says, is a no: that is a quorum's word
/// about the contract. What no quorum tells is unknown. One evaluation; not thread-safe.
final class LeafReadings {
  private static final String BALANCE_OF = "70a08231";
  private static final String BALANCE_OF_ID = "00fdd58e";
  private static final String OWNER_OF = "6352211e";
  private static final int WORD = 32;

  private final RightsReader reader;
  private final EvmAddress wallet;
  private final Map<Place, Truth> known = new HashMap<>();

  private record Place(Condition.OnChain leaf, Hash256 block) {}

  LeafReadings(RightsReader reader, EvmAddress wallet) {
    this.reader = reader;
    this.wallet = wallet;
  }

  Truth at(Condition.OnChain leaf, BlockRef block) {
    Place place = new Place(leaf, block.hash());
    Truth before = known.get(place);
    if (before != null) {
      return before;
    }
    Truth read = read(leaf, block);
    known.put(place, read);
    return read;
  }

  private Truth read(Condition.OnChain leaf, BlockRef at) {
    return switch (leaf) {
      case HoldsEdition edition -> access(Access.EDITION, edition, at);
      case Condition.HasAccess(Access kind, HoldsEdition edition) -> access(kind, edition, at);
      case Condition.HoldsTokens held ->
          word(held.token(), balance(held), at, word -> word.compareTo(held.least()) >= 0);
      case Condition.OwnsToken(Contract token, Hash256 id) ->
          word(token, call(OWNER_OF, id), at, holder()::equals);
      case Condition.OffList(Contract list, Bytes selector) ->
          word(list, call(selector.hex(), holder()), at, Hash256.ZERO::equals);
      case Condition.Answers answers -> answers(answers, at);
      case Condition.Within(var _, Instant from, Instant to) -> within(from, to, at.time());
    };
  }

  private static Truth within(Instant from, Instant to, Instant time) {
    if (time.isBefore(from)) {
      return new Truth.No(RefusalCode.NOT_OWNER);
    }
    return time.isBefore(to) ? new Truth.Yes(Optional.of(to)) : new Truth.No(RefusalCode.EXPIRED);
  }

  private Truth access(Access wanted, HoldsEdition edition, BlockRef at) {
    return switch (reader.right(edition, wallet, at)) {
      case Reading.Agreed<Right>(Right right, BlockRef _) -> access(wanted, right, at.time());
      case Reading.Unknown<Right> unknown -> new Truth.Unknown(Refusal.of(unknown.code()));
    };
  }

  private static Truth access(Access wanted, Right right, Instant time) {
    boolean counts =
        switch (wanted) {
          case EDITION -> right.grants();
          case RENTAL -> right.kind() == Right.Kind.RENTED;
          case SUBSCRIPTION -> right.kind() == Right.Kind.SUBSCRIBED;
        };
    if (!counts) {
      return new Truth.No(
          switch (right.kind()) {
            case REFUNDABLE -> RefusalCode.REFUNDABLE;
            case ENDED -> RefusalCode.EXPIRED;
            case NONE, OWNED, RENTED, SUBSCRIBED, OTHER -> RefusalCode.NOT_OWNER;
          });
    }
    return right.until().map(time::isBefore).orElse(true)
        ? new Truth.Yes(right.until())
        : new Truth.No(RefusalCode.EXPIRED);
  }

  private Bytes balance(Condition.HoldsTokens held) {
    return held.standard() == Standard.ERC1155
        ? call(BALANCE_OF_ID, holder(), held.id())
        : call(BALANCE_OF, holder());
  }

  private Hash256 holder() {
    return Hash256.fromUint(new BigInteger(1, wallet.bytes()));
  }

  private static Bytes call(String selector, Hash256... words) {
    StringBuilder hex = new StringBuilder(selector);
    Arrays.stream(words).forEach(word -> hex.append(word.hex()));
    return Bytes.fromHex(hex.toString());
  }

  /// Whether the answer is one word of which this holds.
  private Truth word(Contract contract, Bytes data, BlockRef at, Predicate<Hash256> holds) {
    return switch (reader.call(contract, data, at)) {
      case Reading.Agreed<Optional<Bytes>>(Optional<Bytes> answer, BlockRef _) ->
          Truth.of(
              answer
                  .filter(bytes -> bytes.size() == WORD)
                  .map(bytes -> holds.test(Hash256.of(bytes.bytes())))
                  .orElse(false));
      case Reading.Unknown<Optional<Bytes>> unknown ->
          new Truth.Unknown(Refusal.of(unknown.code()));
    };
  }

  private Truth answers(Condition.Answers asked, BlockRef at) {
    Comparison comparison = asked.comparison();
    Bytes data = asked.question().by(wallet);
    return switch (reader.call(asked.contract(), data, at)) {
      case Reading.Agreed<Optional<Bytes>>(Optional<Bytes> answer, BlockRef _) ->
          answer
              .filter(bytes -> bytes.size() >= (comparison.word() + 1) * WORD)
              .map(bytes -> new BigInteger(1, bytes.bytes(), comparison.word() * WORD, WORD))
              .map(number -> compared(comparison, number, at.time()))
              .orElse(Truth.of(false));
      case Reading.Unknown<Optional<Bytes>> unknown ->
          new Truth.Unknown(Refusal.of(unknown.code()));
    };
  }

  private Truth compared(Comparison comparison, BigInteger number, Instant time) {
    return switch (comparison.operand()) {
      case Operand.Fixed(Hash256 value) -> Truth.of(comparison.holds(number, value.toUint()));
      case Operand.Holder _ -> Truth.of(comparison.holds(number, holder().toUint()));
      case Operand.Time _ -> {
        BigInteger now = BigInteger.valueOf(time.getEpochSecond());
        yield comparison.holds(number, now)
            ? new Truth.Yes(end(comparison, number))
            : Truth.of(false);
      }
    };
  }

  /// When a number that is beyond the time is reached.
  private static Optional<Instant> end(Comparison comparison, BigInteger number) {
    boolean ends = comparison.operator() == Operator.GT || comparison.operator() == Operator.GE;
    BigInteger last = BigInteger.valueOf(Condition.Within.LAST.getEpochSecond());
    if (!ends || number.compareTo(last) >= 0) {
      return Optional.empty();
    }
    long second = number.longValueExact();
    return Optional.of(
        Instant.ofEpochSecond(comparison.operator() == Operator.GT ? second : second + 1));
  }
}
