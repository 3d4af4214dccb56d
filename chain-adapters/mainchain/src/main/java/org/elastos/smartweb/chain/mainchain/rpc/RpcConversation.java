// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.rpc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.elastos.smartweb.chain.mainchain.SourceFailure.Code;
import org.elastos.smartweb.chain.mainchain.internal.SourceFault;

/// Questions and answers of JSON-RPC with one node. An answer counts only for the question whose id
/// it carries. Thread-safe.
final class RpcConversation {
  private static final int DEEPEST = 40;
  private static final int LONGEST_NAME = 200;

  private final RpcTransport transport;
  private final ObjectMapper json;
  private final AtomicLong ids = new AtomicLong();
  private volatile boolean batches = true;

  RpcConversation(RpcTransport transport, RpcLimits limits) {
    this.transport = transport;
    this.json = mapper(limits.maxResponseBytes());
  }

  /// @throws RpcRefused when the node says no
  /// @throws SourceFault without a usable answer
  RpcValue ask(RpcQuestion question) {
    return askOne(question).value();
  }

  /// Asks all in one exchange, or one by one where batches turned out not to be understood; answers
  /// stand in the order of the questions.
  List<Outcome> askAll(List<RpcQuestion> questions) {
    if (!batches) {
      return questions.stream().map(this::askOne).toList();
    }
    ArrayNode together = json.createArrayNode();
    long first = ids.getAndAdd(questions.size()) + 1;
    for (int i = 0; i < questions.size(); i++) {
      together.add(asJson(questions.get(i), first + i));
    }
    JsonNode answers = exchange(together);
    if (answers.isObject()) {
      batches = false;
      return askAll(questions);
    }
    if (!answers.isArray() || answers.size() != questions.size()) {
      throw new SourceFault(Code.SHAPE, "another number of answers than questions");
    }
    List<Outcome> outcomes = new ArrayList<>(questions.size());
    for (int i = 0; i < questions.size(); i++) {
      outcomes.add(result(answers.get(i), questions.get(i), first + i));
    }
    return outcomes;
  }

  /// An answer or the node's refusal.
  sealed interface Outcome {
    record Value(RpcValue result) implements Outcome {}

    record No(RpcRefusal refusal) implements Outcome {}

    /// @throws RpcRefused when the node said no
    default RpcValue value() {
      return switch (this) {
        case Value(RpcValue result) -> result;
        case No(RpcRefusal refusal) -> throw new RpcRefused(refusal);
      };
    }
  }

  private Outcome askOne(RpcQuestion question) {
    long id = ids.incrementAndGet();
    return result(exchange(asJson(question, id)), question, id);
  }

  private ObjectNode asJson(RpcQuestion question, long id) {
    ObjectNode request = json.createObjectNode();
    request.put("jsonrpc", "2.0").put("id", id).put("method", question.method());
    request.set("params", json.valueToTree(question.parameters()));
    return request;
  }

  private JsonNode exchange(JsonNode request) {
    byte[] body;
    try {
      body = json.writeValueAsBytes(request);
    } catch (JsonProcessingException e) {
      throw new AssertionError("a tree of texts and numbers can be written", e);
    }
    byte[] answer = transport.post(body);
    try {
      JsonNode tree = json.readTree(answer);
      if (tree == null || tree.isMissingNode()) {
        throw new SourceFault(Code.SHAPE, "an empty answer");
      }
      return tree;
    } catch (IOException e) {
      // The parser's text may quote the answer; its type says enough.
      throw new SourceFault(Code.SHAPE, "not JSON: " + e.getClass().getSimpleName(), e);
    }
  }

  private static Outcome result(JsonNode answer, RpcQuestion question, long id) {
    RpcValue whole = new RpcValue(answer, question.method());
    var error = whole.optional("error");
    if (error.isPresent()) {
      return new Outcome.No(refusal(error.get()));
    }
    if (whole.member("id").number(0, Long.MAX_VALUE) != id) {
      throw new SourceFault(Code.UNASKED, "an answer to another question");
    }
    JsonNode nothing = NullNode.getInstance();
    return new Outcome.Value(
        whole.optional("result").orElseGet(() -> new RpcValue(nothing, question.method())));
  }

  private static RpcRefusal refusal(RpcValue error) {
    long code = error.member("code").number(Integer.MIN_VALUE, Integer.MAX_VALUE);
    return new RpcRefusal(code, error.optional("message").map(RpcValue::printed).orElse(""));
  }

  private static ObjectMapper mapper(int maxBytes) {
    StreamReadConstraints limits =
        StreamReadConstraints.builder()
            .maxNestingDepth(DEEPEST)
            .maxStringLength(maxBytes)
            .maxNameLength(LONGEST_NAME)
            .build();
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(limits)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    return JsonMapper.builder(factory)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .build();
  }
}
