// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import java.util.List;
import java.util.stream.Stream;
import org.elastos.smartweb.ddrm.Condition.AllOf;
import org.elastos.smartweb.ddrm.Condition.AnyOf;
import org.elastos.smartweb.ddrm.Condition.AtLeast;
import org.elastos.smartweb.ddrm.Condition.HoldsEla;
import org.elastos.smartweb.ddrm.Condition.Leaf;
import org.elastos.smartweb.ddrm.Condition.Not;
import org.elastos.smartweb.ddrm.Condition.OnChain;
import org.elastos.smartweb.ddrm.Condition.OneOf;
import org.elastos.smartweb.ddrm.Condition.Within;

/// How much a policy may make a licence node do. Stateless.
final class ConditionBounds {
  private ConditionBounds() {}

  static List<Condition> members(List<Condition> members) {
    if (members.isEmpty() || members.size() > Condition.MAX_MEMBERS) {
      throw new IllegalArgumentException("a condition combines 1 to 16 others");
    }
    return List.copyOf(members);
  }

  static int depth(Condition condition) {
    return 1 + members(condition).mapToInt(ConditionBounds::depth).max().orElse(0);
  }

  /// How many readings at one block this takes at most.
  static int readings(Condition condition) {
    return switch (condition) {
      case OneOf _, Within _ -> 0;
      case HoldsEla _, OnChain _ -> 1;
      case AllOf _, AnyOf _, AtLeast _, Not _ ->
          members(condition).mapToInt(ConditionBounds::readings).sum();
    };
  }

  private static Stream<Condition> members(Condition condition) {
    return switch (condition) {
      case Leaf _ -> Stream.empty();
      case AllOf(List<Condition> members) -> members.stream();
      case AnyOf(List<Condition> members) -> members.stream();
      case AtLeast(int _, List<Condition> members) -> members.stream();
      case Not(Condition member) -> Stream.of(member);
    };
  }
}
