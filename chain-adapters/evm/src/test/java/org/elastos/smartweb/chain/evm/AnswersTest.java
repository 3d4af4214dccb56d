// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.evm.ChainAlarm.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTest {
  /// A letter is an answer, `-` a failure, `!` a revert.
  @ParameterizedTest
  @CsvSource({
    "aa,2,a",
    "ab,2,",
    "a-,2,",
    "aba,2,a",
    "baa,2,a",
    "aab,2,a",
    "abc,2,",
    "a-a,2,a",
    "--a,2,",
    "abab,3,",
    "abbb,3,b",
    "bbab,3,b",
    "aaab,4,",
    "aaaa,4,a",
    "!!a,2,!",
    "!a-,2,",
  })
  void aQuorumOfEqualAnswersDecides(String answers, int quorum, String decided) {
    String found =
        of(answers, quorum)
            .decided()
            .map(answer -> answer instanceof Answer.Said<String>(var value) ? value : "!")
            .orElse(null);
    assertThat(found).isEqualTo(decided);
  }

  @Test
  void saysWhatAnOperatorShouldKnow() {
    assertThat(of("aa", 2).alarm()).isEmpty();
    assertThat(of("aa-", 2).alarm()).isEmpty();
    assertThat(of("aab", 2).alarm().orElseThrow().kind()).isEqualTo(Kind.SOURCE_OUTVOTED);
    assertThat(of("ab", 2).alarm().orElseThrow().kind()).isEqualTo(Kind.SOURCES_DISAGREE);
    assertThat(of("a-", 2).alarm().orElseThrow().kind()).isEqualTo(Kind.SOURCES_UNAVAILABLE);
    Map<String, Answer<String>> much = new LinkedHashMap<>();
    much.put("one", new Answer.Said<>("a"));
    much.put("two", new Answer.Failed<>("too many", true));
    assertThat(new Answers<>(much, 2).alarm()).isEmpty();
    assertThat(new Answers<>(much, 2).tooMuch()).isTrue();
  }

  private static Answers<String> of(String letters, int quorum) {
    Map<String, Answer<String>> answers = new LinkedHashMap<>();
    for (int i = 0; i < letters.length(); i++) {
      String letter = letters.substring(i, i + 1);
      answers.put(
          "source-" + i,
          switch (letter) {
            case "-" -> new Answer.Failed<>("silent");
            case "!" -> new Answer.Reverts<>(Bytes.EMPTY);
            default -> new Answer.Said<>(letter);
          });
    }
    return new Answers<>(answers, quorum);
  }
}
