// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.internal.calls;

import static org.elastos.smartweb.sandbox.abi.Errno.DENIED;
import static org.elastos.smartweb.sandbox.abi.Errno.INVALID_ARGUMENT;
import static org.elastos.smartweb.sandbox.abi.Errno.LIMIT_EXCEEDED;
import static org.elastos.smartweb.sandbox.abi.Errno.NOT_FOUND;
import static org.elastos.smartweb.sandbox.abi.Errno.OUTPUT_NOT_ALLOWED;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.elastos.smartweb.sandbox.abi.Errno;
import org.elastos.smartweb.sandbox.abi.Flow;
import org.elastos.smartweb.sandbox.abi.HandleProvider;
import org.elastos.smartweb.sandbox.abi.Opening;
import org.elastos.smartweb.sandbox.abi.StreamTerms;
import org.elastos.smartweb.sandbox.internal.engine.FlatMemory;

/// Opens monikers, `kind:name`, each kind by its provider: request, grant, licence, confinement and
/// only then the thing itself.
final class Opener {
  private static final int MAX_MONIKER = 512;

  private final CallContext context;
  private final HandleTable handles;
  private final Confinement confinement;

  Opener(CallContext context, HandleTable handles, Confinement confinement) {
    this.context = context;
    this.handles = handles;
    this.confinement = confinement;
  }

  int open(int address, int length, int flags, FlatMemory memory) {
    if (length > MAX_MONIKER || !memory.holds(address, length)) {
      return INVALID_ARGUMENT.number();
    }
    Optional<String> moniker = text(memory.readBytes(address, length));
    int colon = moniker.map(text -> text.indexOf(':')).orElse(-1);
    if (colon < 1 || (flags != 1 && flags != 2 && flags != 3)) {
      return INVALID_ARGUMENT.number();
    }
    String kind = moniker.orElseThrow().substring(0, colon);
    String name = moniker.orElseThrow().substring(colon + 1);
    if (!context.manifest().requests(kind)) {
      return DENIED.number();
    }
    return context.providers().stream()
        .filter(provider -> provider.kind().equals(kind))
        .findFirst()
        .map(provider -> open(provider, name, flags))
        .orElse(NOT_FOUND.number());
  }

  private int open(HandleProvider provider, String name, int flags) {
    Optional<StreamTerms> terms = provider.terms(name);
    Optional<Errno> refused = terms.flatMap(t -> confinement.mayHold(t, handles.openOutputs()));
    if (refused.isPresent()) {
      return refused.get().number();
    }
    boolean out = provider.flow() == Flow.OUT;
    if (out && !confinement.mayGiveOut(provider.kind())) {
      return OUTPUT_NOT_ALLOWED.number();
    }
    if (handles.full()) {
      return LIMIT_EXCEEDED.number();
    }
    return switch (provider.open(name, flags)) {
      case Opening.Refused(Errno errno) -> errno.number();
      case Opening.Opened(var handle) -> {
        terms.ifPresent(confinement::hold);
        yield handles.add(handle, provider.kind(), provider.flow());
      }
    };
  }

  private static Optional<String> text(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
