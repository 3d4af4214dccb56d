// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.elastos.smartweb.chain.EvmAddress;

/// What a ceremony is to do: make a key, or hand a running one on. Immutable.
public sealed interface CeremonyPlan {
  /// The members make a key that nobody knew before; all of them are dealers.
  record Generation() implements CeremonyPlan {}

  /// The holders of an epoch's shares hand the same key on to another committee.
  record Reshare(Holders from) implements CeremonyPlan {}

  /// The same committee gets new shares of the same key, so that old ones that leaked are useless.
  record Refresh(Holders from) implements CeremonyPlan {}

  /// Who deals when a key is handed on: an epoch's keys and its operators in the order of their
  /// indices.
  record Holders(EpochKeys keys, List<EvmAddress> operators) {
    /// Copies the list.
    ///
    /// @throws IllegalArgumentException when there is not one operator for each share
    public Holders {
      operators = List.copyOf(operators);
      if (operators.size() != keys.shape().members()) {
        throw new IllegalArgumentException("one operator for each share");
      }
    }
  }

  /// Why a committee must not follow another (decision B4), whatever the board says.
  enum Unlawful {
    /// An operator stands in it twice.
    REPEATED_OPERATOR("repeated_operator"),
    /// Newcomers alone would reach the new threshold.
    TOO_MANY_NEWCOMERS("too_many_newcomers"),
    /// A refresh with another committee or threshold.
    NOT_THE_SAME("not_the_same");

    private final String text;

    Unlawful(String text) {
      this.text = text;
    }

    /// The stable code.
    public String text() {
      return text;
    }
  }

  /// The number in the ceremony's name and on the board.
  default byte number() {
    return switch (this) {
      case Generation() -> 1;
      case Reshare _ -> 2;
      case Refresh _ -> 3;
    };
  }

  /// Whose shares are handed on; empty when a key is made.
  default Optional<Holders> holders() {
    return switch (this) {
      case Generation() -> Optional.empty();
      case Reshare(Holders holders) -> Optional.of(holders);
      case Refresh(Holders holders) -> Optional.of(holders);
    };
  }

  /// Why this plan must not be carried out for this committee; empty when it may.
  default Optional<Unlawful> unlawfulFor(Committee next) {
    List<EvmAddress> operators = next.operators();
    if (Set.copyOf(operators).size() != operators.size()) {
      return Optional.of(Unlawful.REPEATED_OPERATOR);
    }
    return switch (this) {
      case Generation() -> Optional.empty();
      case Reshare(Holders holders) ->
          newcomers(holders, operators) < next.threshold()
              ? Optional.empty()
              : Optional.of(Unlawful.TOO_MANY_NEWCOMERS);
      case Refresh(Holders holders) ->
          operators.equals(holders.operators()) && next.shape().equals(holders.keys().shape())
              ? Optional.empty()
              : Optional.of(Unlawful.NOT_THE_SAME);
    };
  }

  private static int newcomers(Holders holders, List<EvmAddress> operators) {
    Set<EvmAddress> newcomers = new HashSet<>(operators);
    holders.operators().forEach(newcomers::remove);
    return newcomers.size();
  }
}
