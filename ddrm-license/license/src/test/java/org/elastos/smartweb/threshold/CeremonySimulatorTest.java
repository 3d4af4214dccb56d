// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.elastos.smartweb.threshold.CeremonyDriver.known;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.threshold.BoardLab.Change;
import org.elastos.smartweb.threshold.BoardState.Phase;
import org.elastos.smartweb.threshold.BoardWriter.Written;
import org.elastos.smartweb.threshold.CeremonyOutcome.Agreed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Up to t−1 members of every committee misbehave, each in a way and a role that the seed picks.
/// Whatever they do, generation, resharing and refresh end with the same key at all honest nodes,
/// and whoever put something wrong on the board is named, and nobody else.
class CeremonySimulatorTest {
  private static final int OPERATORS = 8;

  private final Map<Integer, Attack> culprits = new HashMap<>();

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 24);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void honestNodesEndWithTheSameKeyAndTheCulpritsAreNamed(long seed) {
    SeededRandom random = new SeededRandom(seed);
    CommitteeShape founders = shape(random);
    InMemoryBoardLab lab = new InMemoryBoardLab(seed + 1000, OPERATORS, founders);
    CeremonyDriver driver = new CeremonyDriver(lab, random);
    List<Integer> holders =
        IntStream.rangeClosed(1, founders.members()).boxed().collect(Collectors.toList());
    corrupt(driver, random, holders, holders, founders.threshold() - 1);
    long epoch = driver.run();
    GroupKey key = judge(lab, driver, epoch, seed);
    int threshold = founders.threshold();
    for (int round = 0; round < 2; round++) {
      driver.behaveAll();
      culprits.clear();
      Set<Integer> able = driver.shares(epoch).keySet();
      Change next = round == 0 ? successor(random, holders) : new Change(holders, threshold);
      int corruptible = Math.min(threshold, next.threshold()) - 1;
      int absent = holders.size() - (int) holders.stream().filter(able::contains).count();
      corrupt(driver, random, next.operators(), holders, corruptible - absent);
      begin(lab, holders, threshold, next, round);
      epoch = driver.run();
      assertThat(judge(lab, driver, epoch, seed))
          .as("seed %d, round %d", seed, round)
          .isEqualTo(key);
      holders = next.operators();
      threshold = next.threshold();
    }
  }

  private static CommitteeShape shape(SeededRandom random) {
    int threshold = 2 + random.nextInt(2);
    return new CommitteeShape(2 * threshold - 1 + random.nextInt(2), threshold);
  }

  private static Change successor(SeededRandom random, List<Integer> holders) {
    List<Integer> next = new ArrayList<>(holders);
    Collections.shuffle(next, random);
    int threshold = 2 + random.nextInt(Math.max(1, (holders.size() - 1) / 2));
    List<Integer> others =
        new ArrayList<>(
            IntStream.rangeClosed(1, OPERATORS).filter(i -> !holders.contains(i)).boxed().toList());
    Collections.shuffle(others, random);
    int newcomers = Math.min(others.size(), threshold - 1);
    List<Integer> all = new ArrayList<>(others.subList(0, newcomers));
    all.addAll(next.subList(0, Math.min(next.size(), 2 * threshold - 1 - newcomers)));
    int fitting = Math.min(threshold, (all.size() + 1) / 2);
    return newcomers < fitting ? new Change(all, fitting) : new Change(holders, fitting);
  }

  private static void begin(
      InMemoryBoardLab lab, List<Integer> holders, int threshold, Change next, int round) {
    lab.passTimeLock();
    if (round == 1) {
      assertThat(lab.beginRefresh(holders.getFirst())).isEqualTo(new Written.Accepted());
      return;
    }
    for (int approving : holders.subList(0, threshold)) {
      assertThat(lab.approve(approving, next)).isEqualTo(new Written.Accepted());
    }
    lab.passTimeLock();
    assertThat(lab.beginReshare(next)).isEqualTo(new Written.Accepted());
  }

  /// Picks who misbehaves, and how, among those in either committee.
  private void corrupt(
      CeremonyDriver driver,
      SeededRandom random,
      List<Integer> receivers,
      List<Integer> dealers,
      int count) {
    List<Integer> all = new ArrayList<>(new HashSet<>(receivers));
    dealers.stream().filter(one -> !all.contains(one)).forEach(all::add);
    Collections.sort(all);
    Collections.shuffle(all, random);
    for (int operator : all.subList(0, Math.max(0, count))) {
      List<Attack> possible = new ArrayList<>();
      if (dealers.contains(operator)) {
        possible.addAll(Attack.ofDealers(random));
      }
      if (receivers.contains(operator)) {
        possible.addAll(Attack.ofReceivers());
      }
      Attack attack = possible.get(random.nextInt(possible.size()));
      culprits.put(operator, attack);
      driver.misbehaves(operator, attack.how());
    }
  }

  private GroupKey judge(InMemoryBoardLab lab, CeremonyDriver driver, long epoch, long seed) {
    String what =
        "seed %d, epoch %d, %s"
            .formatted(
                seed,
                epoch,
                culprits.entrySet().stream()
                    .map(one -> one.getKey() + " " + one.getValue().name())
                    .toList());
    assertThat(known(lab.board().state(epoch)).phase()).as(what).isEqualTo(Phase.ACTIVE);
    EpochKeys keys = known(lab.board().keys(epoch)).orElseThrow();
    CeremonyTerms terms = known(lab.board().terms(epoch)).orElseThrow();
    KeyCeremony ceremony = KeyCeremony.read(terms, known(lab.board().state(epoch)).messages());
    Agreed agreed = (Agreed) ceremony.outcome();
    assertThat(agreed.keys()).as(what).isEqualTo(keys);
    for (int operator = 1; operator <= OPERATORS; operator++) {
      if (terms.committee().operators().contains(lab.operator(operator).account())
          && !culprits.containsKey(operator)) {
        KeyShare share = driver.shares(epoch).get(operator);
        assertThat(share).as("%s: node %d", what, operator).isNotNull();
        assertThat(share.fits(keys)).as("%s: node %d", what, operator).isTrue();
      }
    }
    assertThat(named(agreed)).as(what).isEqualTo(guilty(lab, terms));
    return keys.groupKey();
  }

  /// Each with its role, index and first code.
  private static Set<List<Object>> named(Agreed agreed) {
    return agreed.faults().stream()
        .map(fault -> List.<Object>of(fault.role(), fault.member(), fault.code()))
        .collect(Collectors.toSet());
  }

  private Set<List<Object>> guilty(InMemoryBoardLab lab, CeremonyTerms terms) {
    Set<List<Object>> guilty = new HashSet<>();
    culprits.forEach((operator, attack) ->
        attack
            .code()
            .ifPresent(code ->
                guilty.add(
                    List.of(attack.role(), index(terms, attack.role(), lab, operator), code))));
    return guilty;
  }

  private static int index(
      CeremonyTerms terms, Fault.Role role, InMemoryBoardLab lab, int operator) {
    List<EvmAddress> order =
        role == Fault.Role.DEALER
            ? terms
                .plan()
                .holders()
                .map(CeremonyPlan.Holders::operators)
                .orElseGet(() -> terms.committee().operators())
            : terms.committee().operators();
    return 1 + order.indexOf(lab.operator(operator).account());
  }
}
