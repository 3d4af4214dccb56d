// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.ddrm.Condition;
import org.elastos.smartweb.ddrm.Statement;
import org.elastos.smartweb.ddrm.StatementBody;
import org.elastos.smartweb.ddrm.Terms;
import org.junit.jupiter.api.Test;

class WorkTest {
  private static final Condition ONE = Samples.holds(1);
  private static final Condition TWO = Samples.holds(2);

  @Test
  void bringsCoreAndStatementsOfOneCreatorTogether() {
    Work work = Samples.work(1);

    assertThat(work.assetId()).isEqualTo(Samples.asset(1));
    assertThat(work.creator()).isEqualTo(Samples.wallet(Samples.CREATOR).address());
    assertThat(work.face().orElseThrow().name()).isEqualTo("Work 1");
    assertThat(work)
        .hasToString("Work[" + Samples.asset(1) + "]")
        .hasSameHashCodeAs(Samples.work(1));
    assertThat(Samples.work(Samples.core(1), work.termsChain(), List.of()).orElseThrow().face())
        .isEmpty();
  }

  @Test
  void followsAChainOfStatements() {
    Statement first = Samples.terms(1, ONE);
    Statement wider = after(first, Samples.terms(1, ONE, TWO));
    Statement narrower = after(first, Samples.terms(1, TWO));

    assertThat(Samples.work(Samples.core(1), List.of(first, wider), List.of()))
        .hasValueSatisfying(
            work -> assertThat(work.opensWith(Samples.channel(1), Samples.editionId(2))).isTrue());
    assertThat(Samples.work(Samples.core(1), List.of(first, narrower), List.of())).isEmpty();
    assertThat(Samples.work(Samples.core(1), List.of(wider), List.of())).isEmpty();
    assertThat(Samples.work(Samples.core(1), List.of(first, first), List.of())).isEmpty();
  }

  @Test
  void refusesWhatIsNotTheCreatorsWordOnThisWork() {
    Statement terms = Samples.terms(1, ONE);
    Statement forged = Statement.sign(Samples.wallet(6), terms.body());
    List<Statement> none = List.of();

    assertThat(Samples.work(Samples.core(1), none, none)).isEmpty();
    assertThat(Samples.work(Samples.core(1), List.of(forged), none)).isEmpty();
    assertThat(Samples.work(Samples.core(2), List.of(terms), none)).isEmpty();
    assertThat(Samples.work(Samples.core(1), List.of(Samples.face(1, "x")), none)).isEmpty();
    assertThat(Samples.work(Samples.core(1), List.of(terms), List.of(terms))).isEmpty();
    assertThat(Samples.work(Bytes.EMPTY, List.of(terms), none)).isEmpty();
    assertThat(Samples.work(Bytes.of(new byte[Work.MAX_CORE + 1]), List.of(terms), none)).isEmpty();
  }

  @Test
  void refusesStatementsTooLongOrTooMany() {
    Bytes terms = Bytes.of(Samples.terms(1, ONE).toCbor().encode());
    Bytes huge = Bytes.of(new byte[Work.MAX_STATEMENT + 1]);

    assertThat(Work.verify(Samples.core(1), List.of(terms, huge), List.of())).isEmpty();
    assertThat(Work.verify(Samples.core(1), Collections.nCopies(33, terms), List.of())).isEmpty();
    assertThat(Work.verify(Samples.core(1), List.of(Bytes.fromHex("00")), List.of())).isEmpty();
  }

  @Test
  void opensOnlyWithAnEditionThatSufficesByItself() {
    assertThat(opens(ONE)).isTrue();
    assertThat(opens(TWO)).isFalse();
    assertThat(opens(new Condition.AnyOf(List.of(TWO, ONE)))).isTrue();
    assertThat(opens(new Condition.AllOf(List.of(ONE)))).isTrue();
    assertThat(opens(new Condition.AllOf(List.of(ONE, TWO)))).isFalse();
    assertThat(opens(new Condition.Not(TWO))).isFalse();
    assertThat(Samples.work(1).opensWith(Samples.channel(2), Samples.editionId(1))).isFalse();
  }

  private static boolean opens(Condition condition) {
    return Samples.work(Samples.core(1), List.of(Samples.terms(1, condition)), List.of())
        .orElseThrow()
        .opensWith(Samples.channel(1), Samples.editionId(1));
  }

  private static Statement after(Statement before, Statement like) {
    Terms terms = (Terms) like.body();
    return Statement.sign(
        Samples.wallet(Samples.CREATOR),
        new Terms(
            StatementBody.Place.after(before.body()),
            terms.policy(),
            terms.rendering(),
            terms.committees()));
  }
}
