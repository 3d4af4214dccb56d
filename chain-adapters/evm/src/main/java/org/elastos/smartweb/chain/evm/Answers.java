// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.chain.Reading.Agreed;
import org.elastos.smartweb.chain.Reading.Code;
import org.elastos.smartweb.chain.Reading.SourceAnswer;
import org.elastos.smartweb.chain.Reading.Unknown;

/// The answers of all sources to one question, by the sources' names, and what follows from them.
///
/// @param quorum how many equal answers decide
record Answers<T>(Map<String, Answer<T>> bySource, int quorum) {
  private static final int SHOWN = 160;

  /// The answer that a quorum gave, if there is one. A quorum is more than half, so there are never
  /// two. Answers are compared in pairs, not hashed: one may hold ten thousand events.
  Optional<Answer<T>> decided() {
    List<Answer<T>> said = bySource.values().stream().filter(Answer::counts).toList();
    for (int first = 0; first + quorum <= said.size(); first++) {
      int votes = 1;
      for (int other = first + 1; other < said.size() && votes < quorum; other++) {
        votes += said.get(first).equals(said.get(other)) ? 1 : 0;
      }
      if (votes >= quorum) {
        return Optional.of(said.get(first));
      }
    }
    return Optional.empty();
  }

  /// How many sources gave an answer that counts.
  int counting() {
    return (int) bySource.values().stream().filter(Answer::counts).count();
  }

  /// The values given, without reverts and failures.
  List<T> values() {
    List<T> values = new ArrayList<>();
    for (Answer<T> answer : bySource.values()) {
      if (answer instanceof Answer.Said<T>(T value)) {
        values.add(value);
      }
    }
    return values;
  }

  /// The value as a reading at this block, or why there is none.
  Reading<T> at(BlockRef block) {
    return switch (decided().orElse(null)) {
      case Answer.Said<T>(T value) -> new Agreed<>(value, block);
      case null, default -> undecided();
    };
  }

  /// Why no value was agreed on, in terms of any other kind of value.
  <R> Reading<R> undecided() {
    if (decided().orElse(null) instanceof Answer.Reverts<T>(var data)) {
      return new Unknown<>(Code.REVERTED, listed(), data);
    }
    return unknown(whyUndecided());
  }

  /// No value, for a reason that the answers themselves do not show.
  <R> Reading<R> unknown(Code code) {
    return new Unknown<>(code, listed());
  }

  /// What the answers came to, in one word.
  String outcome() {
    return switch (decided().orElse(null)) {
      case Answer.Said<T> _ -> "agreed";
      case Answer.Reverts<T> _ -> Code.REVERTED.text();
      case null, default -> whyUndecided().text();
    };
  }

  /// How each source stands to what was decided: `agreed`, `outvoted`, `failed`, or `undecided`.
  Map<String, String> standing() {
    Optional<Answer<T>> decided = decided();
    Map<String, String> standing = new LinkedHashMap<>();
    bySource.forEach((source, answer) -> standing.put(source, standing(answer, decided)));
    return standing;
  }

  private static <T> String standing(Answer<T> answer, Optional<Answer<T>> decided) {
    if (!answer.counts()) {
      return "failed";
    }
    if (decided.isEmpty()) {
      return "undecided";
    }
    return answer.equals(decided.get()) ? "agreed" : "outvoted";
  }

  /// Whether sources were refused because they were asked for too much.
  boolean tooMuch() {
    return bySource.values().stream()
        .anyMatch(answer -> answer instanceof Answer.Failed<T>(var _, var much) && much);
  }

  /// What an operator should know about these answers. That a source cannot answer while a quorum
  /// can, or that it was asked for too much, is no news.
  Optional<Dissent> alarm() {
    Optional<Answer<T>> decided = decided();
    if (decided.isEmpty()) {
      return tooMuch() ? Optional.empty() : Optional.of(new Dissent(kind(), listed()));
    }
    boolean outvoted =
        bySource.values().stream()
            .anyMatch(answer -> answer.counts() && !answer.equals(decided.get()));
    return outvoted
        ? Optional.of(new Dissent(ChainAlarm.Kind.SOURCE_OUTVOTED, listed()))
        : Optional.empty();
  }

  private ChainAlarm.Kind kind() {
    return whyUndecided() == Code.SOURCES_DISAGREE
        ? ChainAlarm.Kind.SOURCES_DISAGREE
        : ChainAlarm.Kind.SOURCES_UNAVAILABLE;
  }

  private Code whyUndecided() {
    long different = bySource.values().stream().filter(Answer::counts).distinct().count();
    return different > 1 ? Code.SOURCES_DISAGREE : Code.SOURCES_UNAVAILABLE;
  }

  List<SourceAnswer> listed() {
    List<SourceAnswer> list = new ArrayList<>();
    bySource.forEach((source, answer) -> list.add(listed(source, answer)));
    return list;
  }

  private static SourceAnswer listed(String source, Answer<?> answer) {
    return switch (answer) {
      case Answer.Said<?>(var value) ->
          new SourceAnswer(source, Optional.of(shorten(String.valueOf(value))), "answered");
      case Answer.Reverts<?>(var data) ->
          new SourceAnswer(source, Optional.of(shorten(data.toString())), "reverts");
      case Answer.Failed<?>(var why, var _) -> new SourceAnswer(source, Optional.empty(), why);
    };
  }

  /// A text of bearable length; a digest keeps two long ones apart.
  static String shorten(String text) {
    if (text.length() <= SHOWN) {
      return text;
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return text.substring(0, SHOWN) + "… sha256 " + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// Sources that do not say the same.
  record Dissent(ChainAlarm.Kind kind, List<SourceAnswer> answers) {}
}
