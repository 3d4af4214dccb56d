// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.cbor.CborException;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;

/// What must hold before a key is given. Evaluated by each licence node with three values: what
/// cannot be read is unknown, and only true grants. Two forms say the same: strict DAG-CBOR here,
/// text in {@link PolicyText}. Immutable.
public sealed interface Condition {
  /// The most conditions that one may combine.
  int MAX_MEMBERS = 16;

  /// How deeply conditions nest, the innermost counted.
  int MAX_DEPTH = 5;

  /// A condition that combines no others.
  sealed interface Leaf extends Condition {}

  /// What one reading of an EVM chain answers.
  sealed interface OnChain extends Leaf {
    /// The chain that is read.
    ChainId chain();
  }

  /// Of an edition of a channel, which kind of access counts.
  enum Access {
    /// Any that `hasAccess` grants.
    EDITION,
    /// One that was rented: it ends, and the channel says so.
    RENTAL,
    /// One by a subscription that runs.
    SUBSCRIPTION
  }

  /// A contract on a chain.
  record Contract(ChainId chain, EvmAddress address) {}

  /// The asker has access to an edition of a channel, however got.
  record HoldsEdition(ChainId chain, EvmAddress channel, EditionId edition) implements OnChain {}

  /// The asker's access to an edition is of this kind.
  record HasAccess(Access kind, HoldsEdition edition) implements OnChain {
    /// @throws IllegalArgumentException for any access: that is {@link HoldsEdition}
    public HasAccess {
      if (kind == Access.EDITION) {
        throw new IllegalArgumentException("any access to an edition is another condition");
      }
    }

    @Override
    public ChainId chain() {
      return edition.chain();
    }
  }

  /// By which standard tokens are counted.
  enum Standard {
    /// ERC-20, in the smallest unit.
    ERC20,
    /// ERC-721, any token of the contract.
    ERC721,
    /// ERC-1155, of one id.
    ERC1155
  }

  /// The asker holds at least so many tokens; `id` is zero except with ERC-1155.
  record HoldsTokens(Standard standard, Contract token, Hash256 id, Hash256 least)
      implements OnChain {
    /// @throws IllegalArgumentException for none at all, or an id where there is none
    public HoldsTokens {
      if (least.equals(Hash256.ZERO)
          || (standard != Standard.ERC1155 && !id.equals(Hash256.ZERO))) {
        throw new IllegalArgumentException("a balance is of at least one token");
      }
    }

    @Override
    public ChainId chain() {
      return token.chain();
    }
  }

  /// The asker is the owner of one ERC-721 token.
  record OwnsToken(Contract token, Hash256 id) implements OnChain {
    @Override
    public ChainId chain() {
      return token.chain();
    }
  }

  /// A read-only call answers so.
  record Answers(Contract contract, Question question, Comparison comparison) implements OnChain {
    @Override
    public ChainId chain() {
      return contract.chain();
    }
  }

  /// The chain's time is in this window: from (included) until (excluded), in whole seconds.
  record Within(ChainId chain, Instant from, Instant to) implements OnChain {
    /// The last instant that can be named.
    public static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    /// @throws IllegalArgumentException for an empty window or times outside 1970 to 9999
    public Within {
      boolean whole =
          from.equals(from.truncatedTo(ChronoUnit.SECONDS))
              && to.equals(to.truncatedTo(ChronoUnit.SECONDS));
      if (!whole || from.isBefore(Instant.EPOCH) || !from.isBefore(to) || to.isAfter(LAST)) {
        throw new IllegalArgumentException("a time window lies between 1970 and 9999");
      }
    }
  }

  /// A list contract answers by this function (bool of an address) that the asker is not on it.
  record OffList(Contract list, Bytes selector) implements OnChain {
    /// @throws IllegalArgumentException unless the selector has four bytes
    public OffList {
      if (selector.size() != Question.SELECTOR_BYTES) {
        throw new IllegalArgumentException("a selector has four bytes");
      }
    }

    @Override
    public ChainId chain() {
      return list.chain();
    }
  }

  /// The asker is one of these wallets; under `not`, a block list of the policy's own.
  record OneOf(List<EvmAddress> wallets) implements Leaf {
    /// The most wallets that are named.
    public static final int MAX_WALLETS = 64;

    /// Orders the wallets and drops repetitions; there are 1 to 64.
    public OneOf {
      wallets = wallets.stream().distinct().sorted().toList();
      if (wallets.isEmpty() || wallets.size() > MAX_WALLETS) {
        throw new IllegalArgumentException("a list names 1 to 64 wallets");
      }
    }
  }

  /// The asker shows unspent outputs of the ELA mainchain worth at least so many sela.
  record HoldsEla(long sela) implements Leaf {
    /// @throws IllegalArgumentException unless positive
    public HoldsEla {
      if (sela <= 0) {
        throw new IllegalArgumentException("a balance is of at least one sela");
      }
    }
  }

  /// Every member holds.
  record AllOf(List<Condition> members) implements Condition {
    /// Copies the members; there are 1 to 16.
    public AllOf {
      members = ConditionBounds.members(members);
    }
  }

  /// At least one member holds.
  record AnyOf(List<Condition> members) implements Condition {
    /// Copies the members; there are 1 to 16.
    public AnyOf {
      members = ConditionBounds.members(members);
    }
  }

  /// At least `k` members hold.
  record AtLeast(int k, List<Condition> members) implements Condition {
    /// Copies the members; there are 1 to 16, and `k` is no larger.
    public AtLeast {
      members = ConditionBounds.members(members);
      if (k < 1 || k > members.size()) {
        throw new IllegalArgumentException("at least one, and at most all, must hold");
      }
    }
  }

  /// The member does not hold; unknown stays unknown.
  record Not(Condition member) implements Condition {}

  /// The encoding of this condition.
  default Cbor toCbor() {
    return ConditionCodec.write(this);
  }

  /// Reads a condition.
  ///
  /// @throws CborException for any other shape, unknown kinds included
  static Condition fromCbor(Cbor value) {
    return ConditionCodec.read(value, MAX_DEPTH);
  }
}
