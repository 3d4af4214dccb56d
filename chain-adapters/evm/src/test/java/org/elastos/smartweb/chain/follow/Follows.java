// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.follow;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmLog;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.evm.InMemoryEvm;
import org.elastos.smartweb.testkit.Gen;

/// A factory, its children, and what a follower of them has to end up with.
final class Follows {
  static final EvmAddress FACTORY = EvmAddress.fromHex("fa".repeat(20));
  static final Hash256 MADE = Hash256.fromUint(BigInteger.ONE);
  static final Hash256 SAID = Hash256.fromUint(BigInteger.TWO);
  static final FollowSpec SPEC =
      new FollowSpec(
          "test",
          InMemoryEvm.CHAIN,
          List.of(FACTORY),
          List.of(MADE, SAID),
          Follows::children,
          1,
          0);
  static final FollowPolicy SMALL = new FollowPolicy(3, 50, 20, 4, 64, false);

  private Follows() {}

  /// An event `MADE` names a child in its second topic, whoever emits it.
  static List<EvmAddress> children(EvmLog log) {
    return log.topics().getFirst().equals(MADE)
        ? List.of(address(log.topics().get(1).toUint().intValue()))
        : List.of();
  }

  static EvmAddress address(int number) {
    return EvmAddress.fromHex("%040x".formatted(number));
  }

  /// Lets a contract tell of a child in the next block.
  static void make(InMemoryEvm chain, EvmAddress maker, int child) {
    chain.emit(maker, List.of(MADE, Hash256.fromUint(BigInteger.valueOf(child))), Bytes.EMPTY);
  }

  /// Lets a contract say something in the next block.
  static void say(InMemoryEvm chain, EvmAddress who, int what) {
    chain.emit(who, List.of(SAID), Bytes.of(new byte[] {(byte) what}));
  }

  /// Some random events and a block.
  static void live(InMemoryEvm chain, Gen gen) {
    for (int i = gen.between(0, 4); i > 0; i--) {
      switch (gen.between(0, 5)) {
        case 0 -> make(chain, FACTORY, gen.between(1, 9));
        case 1 -> make(chain, address(gen.between(1, 9)), gen.between(1, 9));
        default -> say(chain, address(gen.between(1, 9)), i);
      }
    }
    chain.mine();
  }

  /// The events that count, worked out from the whole chain at once, block by block.
  static List<EvmLog> expected(InMemoryEvm chain) {
    List<EvmLog> all = chain.standing();
    Set<EvmAddress> known = new HashSet<>(List.of(FACTORY));
    List<EvmLog> kept = new ArrayList<>();
    for (long number = 0; number <= chain.height(); number++) {
      long at = number;
      List<EvmLog> block = all.stream().filter(log -> log.blockNumber() == at).toList();
      int before;
      do {
        before = known.size();
        block.stream()
            .filter(log -> known.contains(log.address()))
            .toList()
            .forEach(log -> known.addAll(children(log)));
      } while (known.size() > before);
      block.stream().filter(log -> known.contains(log.address())).forEach(kept::add);
    }
    return kept;
  }

  /// Steps until nothing is left to do.
  static void drive(LogFollower<?> follower) {
    for (int i = 0; i < 10_000; i++) {
      if (follower.step() instanceof LogFollower.Step.UpToDate) {
        return;
      }
    }
    throw new AssertionError("the follower never came to an end");
  }
}
