// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.rpc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.elastos.smartweb.chain.mainchain.SourceFailure.Code;
import org.elastos.smartweb.chain.mainchain.internal.SourceFault;
import org.elastos.smartweb.chain.mainchain.rpc.RpcConversation.Outcome;
import org.jspecify.annotations.Nullable;

/// Reads an answer as a stream, against the shapes of its questions: nothing is built that does not
/// fit, and reading ends at the first token that does not. Used once, by one thread.
final class RpcReader implements AutoCloseable {
  private static final int DEEPEST = 40;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_NUMBER = 100;
  private static final RpcShape ID = RpcShape.PLAIN;
  private static final RpcShape ERROR = RpcShape.values(64);
  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

  private final JsonParser in;
  private int left;

  private RpcReader(JsonParser in) {
    this.in = in;
  }

  /// The outcomes in the order of the questions; empty when one object answers several questions,
  /// as nodes do that know no batches.
  ///
  /// @param first the id of the first question; the others follow
  /// @throws SourceFault unless the answer is of the right shape
  static Optional<List<Outcome>> read(byte[] answer, List<RpcQuestion> questions, long first) {
    try (RpcReader reader = new RpcReader(factory(questions).createParser(answer))) {
      Optional<List<Outcome>> outcomes = reader.answers(questions, first);
      if (outcomes.isPresent() && reader.in.nextToken() != null) {
        throw new SourceFault(Code.SHAPE, "something follows the answer");
      }
      return outcomes;
    } catch (IOException e) {
      // The parser's text may quote the answer; its type says enough.
      throw new SourceFault(Code.SHAPE, "not JSON: " + e.getClass().getSimpleName(), e);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private static JsonFactory factory(List<RpcQuestion> questions) {
    int longest = ERROR.text();
    for (RpcQuestion question : questions) {
      longest = Math.max(longest, question.shape().text());
    }
    return JsonFactory.builder()
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxStringLength(longest)
                .maxNameLength(LONGEST_NAME)
                .maxNumberLength(LONGEST_NUMBER)
                .build())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .build();
  }

  private Optional<List<Outcome>> answers(List<RpcQuestion> questions, long first)
      throws IOException {
    JsonToken start = in.nextToken();
    if (start == JsonToken.START_OBJECT) {
      return questions.size() == 1
          ? Optional.of(List.of(outcome(questions.getFirst(), first)))
          : Optional.empty();
    }
    if (start != JsonToken.START_ARRAY || questions.size() == 1) {
      throw new SourceFault(Code.SHAPE, "neither an answer nor a list of answers");
    }
    List<Outcome> outcomes = new ArrayList<>(questions.size());
    while (in.nextToken() == JsonToken.START_OBJECT && outcomes.size() < questions.size()) {
      outcomes.add(outcome(questions.get(outcomes.size()), first + outcomes.size()));
    }
    if (in.currentToken() != JsonToken.END_ARRAY || outcomes.size() != questions.size()) {
      throw new SourceFault(Code.SHAPE, "another number of answers than questions");
    }
    return Optional.of(outcomes);
  }

  private Outcome outcome(RpcQuestion question, long id) throws IOException {
    ObjectNode parts = MAKE.objectNode();
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName().toLowerCase(Locale.ROOT);
      in.nextToken();
      @Nullable RpcShape shape =
          switch (name) {
            case "result" -> question.shape();
            case "error" -> ERROR;
            case "id" -> ID;
            default -> null;
          };
      if (shape == null) {
        in.skipChildren();
      } else if (parts.has(name)) {
        throw new SourceFault(Code.SHAPE, name + " stands there twice");
      } else {
        left = shape.values();
        parts.set(name, value(shape, question.method() + "." + name, shape.members().isEmpty()));
      }
    }
    return judged(new RpcValue(parts, question.method()), question, id);
  }

  private static Outcome judged(RpcValue answer, RpcQuestion question, long id) {
    Optional<RpcValue> error = answer.optional("error");
    if (error.isPresent()) {
      RpcValue told = error.get();
      long code = told.member("code").number(Integer.MIN_VALUE, Integer.MAX_VALUE);
      String text = told.optional("message").map(RpcValue::printed).orElse("");
      return new Outcome.No(new RpcRefusal(code, text));
    }
    if (answer.member("id").number(0, Long.MAX_VALUE) != id) {
      throw new SourceFault(Code.UNASKED, "an answer to another question");
    }
    return new Outcome.Value(
        answer
            .optional("result")
            .orElseGet(() -> new RpcValue(MAKE.nullNode(), question.method())));
  }

  /// The value at the current token.
  ///
  /// @param all whether every member counts, or only those that the shape names
  private JsonNode value(RpcShape shape, String name, boolean all) throws IOException {
    if (--left < 0) {
      throw new SourceFault(Code.SHAPE, name + ": more values than asked for");
    }
    return switch (in.currentToken()) {
      case START_OBJECT -> object(shape, name, all);
      case START_ARRAY -> list(shape, name);
      case VALUE_STRING -> text(shape, name);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> MAKE.numberNode(in.getDecimalValue());
      case VALUE_TRUE, VALUE_FALSE -> MAKE.booleanNode(in.getBooleanValue());
      case VALUE_NULL -> MAKE.nullNode();
      default -> throw new SourceFault(Code.SHAPE, name + ": no value");
    };
  }

  private JsonNode object(RpcShape shape, String name, boolean all) throws IOException {
    ObjectNode object = MAKE.objectNode();
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String member = in.currentName();
      in.nextToken();
      if (all || shape.wants(member)) {
        object.set(member, value(shape, name, true));
      } else {
        in.skipChildren();
      }
    }
    return object;
  }

  private JsonNode list(RpcShape shape, String name) throws IOException {
    ArrayNode list = MAKE.arrayNode();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      list.add(value(shape, name, true));
    }
    return list;
  }

  private JsonNode text(RpcShape shape, String name) throws IOException {
    if (in.getTextLength() > shape.text()) {
      throw new SourceFault(Code.SHAPE, name + ": a longer text than asked for");
    }
    return MAKE.textNode(in.getText());
  }
}
