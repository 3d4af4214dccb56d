// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.rpc;

import java.util.Optional;
import java.util.function.Supplier;
import org.elastos.smartweb.chain.mainchain.SourceFailure;
import org.elastos.smartweb.chain.mainchain.internal.SourceFault;

/// What came of one question to a node.
public sealed interface RpcReply<T> {
  /// A well-formed answer to this very question. It is one node's claim and proves nothing.
  record Answered<T>(T value) implements RpcReply<T> {}

  /// The node said no, for a reason of its own.
  record Refused<T>(RpcRefusal refusal) implements RpcReply<T> {}

  /// No usable answer.
  record Failed<T>(SourceFailure failure) implements RpcReply<T> {}

  /// The value, if there is one.
  default Optional<T> answered() {
    return this instanceof Answered<T>(T value) ? Optional.of(value) : Optional.empty();
  }

  /// Runs the question and gives its faults a value's form.
  static <T> RpcReply<T> of(Supplier<T> question) {
    try {
      return new Answered<>(question.get());
    } catch (RpcRefused refused) {
      return new Refused<>(refused.refusal());
    } catch (SourceFault fault) {
      return new Failed<>(fault.failure());
    }
  }
}
