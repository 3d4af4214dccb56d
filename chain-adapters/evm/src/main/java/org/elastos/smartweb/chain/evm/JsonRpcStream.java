// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.elastos.smartweb.chain.Bytes;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.util.TokenBuffer;

/// Questions whose answers are read as a stream, many in one HTTP request: what headers and events
/// need, because there are many of them. Thread-safe.
final class JsonRpcStream {
  private static final ObjectMapper WRITER = new ObjectMapper();
  private static final JsonFactory READER =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(32)
                  .maxNumberLength(40)
                  .maxNameLength(256)
                  .maxStringLength(4 << 20)
                  .build())
          .build();

  private final JdkRpcService service;
  private final int batch;
  private final AtomicLong ids = new AtomicLong();

  JsonRpcStream(JdkRpcService service, int batch) {
    this.service = service;
    this.batch = batch;
  }

  /// One question.
  <T> T ask(Question<T> question) {
    return ask(List.of(question)).getFirst();
  }

  /// Many questions, in as few requests as the source allows; the answers in their order.
  <T> List<T> ask(List<? extends Question<? extends T>> questions) {
    List<T> answers = new ArrayList<>(questions.size());
    for (int at = 0; at < questions.size(); at += batch) {
      answers.addAll(together(questions.subList(at, Math.min(questions.size(), at + batch))));
    }
    return answers;
  }

  private <T> List<T> together(List<? extends Question<? extends T>> questions) {
    long first = ids.addAndGet(questions.size()) - questions.size();
    List<Call> calls = new ArrayList<>();
    for (Question<? extends T> question : questions) {
      calls.add(new Call("2.0", first + calls.size(), question.method(), question.parameters()));
    }
    boolean single = calls.size() == 1;
    byte[] request = WRITER.writeValueAsBytes(single ? calls.getFirst() : calls);
    byte[] answer = service.exchange(request, calls.size());
    try (JsonParser parser = READER.createParser(ObjectReadContext.empty(), answer)) {
      return new Reading<T>(parser, questions, first).read(single);
    } catch (JacksonException e) {
      throw new SourceFault("unreadable answer: " + e.getClass().getSimpleName(), e);
    }
  }

  /// @param reader reads the value of `result`, at which the parser stands; never sees null
  record Question<T>(String method, List<?> parameters, Function<JsonParser, T> reader) {}

  private record Call(String jsonrpc, long id, String method, List<?> params) {}

  /// The reading of one answer.
  private static final class Reading<T> {
    private final JsonParser parser;
    private final List<? extends Question<? extends T>> questions;
    private final long firstId;
    private final @Nullable Object[] values;

    Reading(JsonParser parser, List<? extends Question<? extends T>> questions, long firstId) {
      this.parser = parser;
      this.questions = questions;
      this.firstId = firstId;
      this.values = new Object[questions.size()];
    }

    List<T> read(boolean single) {
      JsonToken start = parser.nextToken();
      if (single || start == JsonToken.START_OBJECT) {
        object();
      } else {
        require(start, JsonToken.START_ARRAY);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          object();
        }
      }
      if (parser.nextToken() != null || Arrays.asList(values).contains(null)) {
        throw new SourceFault("answer belongs to no question");
      }
      @SuppressWarnings("unchecked") // each value came from the reader of its question
      List<T> all = (List<T>) Arrays.asList(values);
      return all;
    }

    /// The reader is that of the question; a result before its id, as some nodes write it, is kept
    /// until the id is known.
    private void object() {
      require(parser.currentToken(), JsonToken.START_OBJECT);
      int place = -1;
      @Nullable Object value = null;
      @Nullable TokenBuffer early = null;
      @Nullable RuntimeException error = null;
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        JsonToken token = parser.nextToken();
        switch (name) {
          case "id" -> place = place(token);
          case "result" -> {
            if (token != JsonToken.VALUE_NULL && place < 0 && questions.size() > 1) {
              early = kept();
            } else if (token != JsonToken.VALUE_NULL) {
              value = questions.get(Math.max(place, 0)).reader().apply(parser);
            }
          }
          case "error" -> error = token == JsonToken.VALUE_NULL ? null : error(token);
          default -> parser.skipChildren();
        }
      }
      if (error != null) {
        throw error;
      }
      if (place < 0 || values[place] != null) {
        throw new SourceFault("answer belongs to no question");
      }
      if (early != null) {
        value = replayed(early, questions.get(place));
      }
      if (value == null) {
        throw new SourceFault("has no such thing");
      }
      values[place] = value;
    }

    private int place(JsonToken token) {
      require(token, JsonToken.VALUE_NUMBER_INT);
      long place = parser.getLongValue() - firstId;
      if (place < 0 || place >= questions.size()) {
        throw new SourceFault("answer belongs to no question");
      }
      return (int) place;
    }

    private TokenBuffer kept() {
      TokenBuffer buffer = TokenBuffer.forBuffering(parser, ObjectReadContext.empty());
      buffer.copyCurrentStructure(parser);
      return buffer;
    }

    private static <T> T replayed(TokenBuffer buffer, Question<T> question) {
      try (buffer;
          JsonParser again = buffer.asParser(ObjectReadContext.empty())) {
        again.nextToken();
        return question.reader().apply(again);
      }
    }

    private RuntimeException error(JsonToken token) {
      require(token, JsonToken.START_OBJECT);
      long code = 0;
      String message = "";
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (name.equals("code") && value == JsonToken.VALUE_NUMBER_INT) {
          code = parser.getLongValue();
        } else if (name.equals("message") && value == JsonToken.VALUE_STRING) {
          message = parser.getString();
        } else {
          parser.skipChildren();
        }
      }
      return RpcErrors.failure(code, message, Bytes.EMPTY);
    }

    private static void require(@Nullable JsonToken token, JsonToken wanted) {
      if (token != wanted) {
        throw new SourceFault("unreadable answer: another shape");
      }
    }
  }
}
