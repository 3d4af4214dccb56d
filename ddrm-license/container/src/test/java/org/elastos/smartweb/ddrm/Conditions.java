// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;

/// Conditions of every kind for tests, and random ones from a seed.
final class Conditions {
  static final ChainId ESC = new ChainId(20);
  static final Condition.Contract TOKEN =
      new Condition.Contract(ESC, EvmAddress.fromHex("70".repeat(20)));
  static final Condition.HoldsEdition EDITION =
      new Condition.HoldsEdition(ESC, Works.CHANNEL, new EditionId(Works.hash(1)));
  static final Bytes BALANCE_OF = Bytes.fromHex("70a08231" + "00".repeat(32));

  private Conditions() {}

  static Hash256 uint(long number) {
    return Hash256.fromUint(BigInteger.valueOf(number));
  }

  /// One of each kind.
  static List<Condition> all() {
    Question question = new Question(BALANCE_OF, Bytes.fromHex("00"));
    List<Condition> leaves = new ArrayList<>();
    leaves.add(EDITION);
    leaves.add(new Condition.HasAccess(Condition.Access.RENTAL, EDITION));
    leaves.add(new Condition.HasAccess(Condition.Access.SUBSCRIPTION, EDITION));
    for (Condition.Standard standard : Condition.Standard.values()) {
      Hash256 id = standard == Condition.Standard.ERC1155 ? uint(7) : Hash256.ZERO;
      leaves.add(new Condition.HoldsTokens(standard, TOKEN, id, uint(1000)));
    }
    leaves.add(new Condition.OwnsToken(TOKEN, uint(77)));
    for (Comparison.Operand operand :
        List.of(
            new Comparison.Operand.Fixed(uint(5)),
            new Comparison.Operand.Holder(),
            new Comparison.Operand.Time())) {
      leaves.add(
          new Condition.Answers(
              TOKEN, question, new Comparison(0, Comparison.Operator.GE, operand)));
    }
    leaves.add(
        new Condition.Within(
            ESC, Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z")));
    leaves.add(new Condition.OffList(TOKEN, Bytes.fromHex("fe575a87")));
    leaves.add(new Condition.OneOf(List.of(Works.CHANNEL, TOKEN.address())));
    leaves.add(new Condition.HoldsEla(100_000_000));
    Stream<Condition> combined =
        Stream.of(
            new Condition.AllOf(leaves.subList(0, 3)),
            new Condition.AnyOf(leaves.subList(3, 5)),
            new Condition.AtLeast(2, leaves.subList(5, 9)),
            new Condition.Not(leaves.getLast()));
    return Stream.concat(leaves.stream(), combined).toList();
  }

  static Condition random(Random random, int depth) {
    List<Condition> every = all();
    if (depth == 1 || random.nextInt(3) == 0) {
      return every.get(random.nextInt(every.size() - 4));
    }
    List<Condition> members = new ArrayList<>();
    for (int k = random.nextInt(2); k >= 0; k--) {
      members.add(random(random, depth - 1));
    }
    return switch (random.nextInt(4)) {
      case 0 -> new Condition.AllOf(members);
      case 1 -> new Condition.AnyOf(members);
      case 2 -> new Condition.AtLeast(1 + random.nextInt(members.size()), members);
      default -> new Condition.Not(members.getFirst());
    };
  }

  static Way randomWay(Random random) {
    Grant grant =
        new Grant(
            1 + random.nextInt(Grant.MAX_SECONDS),
            random.nextInt(3) * 86_400,
            random.nextInt(2) * 3600);
    Freshness freshness = random.nextBoolean() ? Freshness.FINAL : Freshness.FRESH_PURCHASE;
    return new Way(random(random, Condition.MAX_DEPTH), grant, freshness);
  }
}
