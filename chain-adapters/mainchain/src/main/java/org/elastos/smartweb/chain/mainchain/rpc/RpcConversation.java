// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.rpc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// Questions and answers of JSON-RPC with one node. An answer counts only for the question whose id
/// it carries. Thread-safe.
final class RpcConversation {
  private final RpcTransport transport;
  private final ObjectMapper json = new ObjectMapper();
  private final AtomicLong ids = new AtomicLong();
  private volatile boolean batches = true;

  RpcConversation(RpcTransport transport) {
    this.transport = transport;
  }

  /// @throws RpcRefused when the node says no
  /// @throws SourceFault without a usable answer
  RpcValue ask(RpcQuestion question) {
    return askOne(question).value();
  }

  /// Asks all in one exchange, or one by one where batches turned out not to be understood; answers
  /// stand in the order of the questions.
  List<Outcome> askAll(List<RpcQuestion> questions) {
    if (!batches || questions.size() == 1) {
      return questions.stream().map(this::askOne).toList();
    }
    ArrayNode together = json.createArrayNode();
    long first = ids.getAndAdd(questions.size()) + 1;
    for (int i = 0; i < questions.size(); i++) {
      together.add(asJson(questions.get(i), first + i));
    }
    Optional<List<Outcome>> answers = exchange(together, questions, first);
    if (answers.isEmpty()) {
      batches = false;
      return askAll(questions);
    }
    return answers.get();
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
    return exchange(asJson(question, id), List.of(question), id).orElseThrow().getFirst();
  }

  private ObjectNode asJson(RpcQuestion question, long id) {
    ObjectNode request = json.createObjectNode();
    request.put("jsonrpc", "2.0").put("id", id).put("method", question.method());
    request.set("params", json.valueToTree(question.parameters()));
    return request;
  }

  private Optional<List<Outcome>> exchange(
      JsonNode request, List<RpcQuestion> questions, long first) {
    byte[] body;
    try {
      body = json.writeValueAsBytes(request);
    } catch (JsonProcessingException e) {
      throw new AssertionError("a tree of texts and numbers can be written", e);
    }
    long most = questions.stream().mapToLong(question -> question.shape().mostBytes()).sum();
    return RpcReader.read(transport.post(body, most), questions, first);
  }
}
