// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmChain;
import org.elastos.smartweb.chain.Heads;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.chain.Reading.Agreed;
import org.elastos.smartweb.chain.Reading.Code;
import org.elastos.smartweb.chain.Reading.Unknown;
import org.elastos.smartweb.contracts.abi.AbiException;
import org.elastos.smartweb.contracts.generated.ChannelCalls.HasAccess;
import org.elastos.smartweb.ddrm.Condition;
import org.elastos.smartweb.license.Right;
import org.elastos.smartweb.license.RightsReader;

/// Asks a channel's `hasAccess` at a stated block, through each chain's quorum of sources. A
/// channel that is not there, or is something else, gives no access. Thread-safe.
final class EvmRightsReader implements RightsReader {
  /// The largest time that an instant can be made of; the wrappers read larger ones as this.
  private static final long FOR_EVER = Instant.MAX.getEpochSecond();

  private final Map<ChainId, EvmChain> chains;

  EvmRightsReader(List<EvmChain> chains) {
    this.chains = chains.stream().collect(Collectors.toMap(EvmChain::id, Function.identity()));
  }

  @Override
  public Reading<Heads> heads(ChainId chain) {
    EvmChain followed = chains.get(chain);
    return followed == null ? new Unknown<>(Code.SOURCES_UNAVAILABLE, List.of()) : followed.heads();
  }

  @Override
  public Reading<Right> right(Condition.HoldsEdition condition, EvmAddress holder, BlockRef at) {
    EvmChain chain = chains.get(condition.chain());
    if (chain == null) {
      return new Unknown<>(Code.SOURCES_UNAVAILABLE, List.of());
    }
    HasAccess question = new HasAccess(holder, condition.edition());
    return switch (chain.call(question.on(condition.channel()), at)) {
      case Agreed<Bytes>(Bytes answer, BlockRef block) ->
          new Agreed<>(right(question, answer), block);
      case Unknown<Bytes> unknown when unknown.code() == Code.REVERTED ->
          new Agreed<>(Right.NONE, at);
      case Unknown<Bytes> unknown -> unknown.as();
    };
  }

  private static Right right(HasAccess question, Bytes answer) {
    try {
      HasAccess.Result result = question.decodeResult(answer);
      if (!result.ok()) {
        return Right.NONE;
      }
      return result.until() >= FOR_EVER
          ? Right.OWNED
          : new Right(true, Optional.of(Instant.ofEpochSecond(result.until())));
    } catch (AbiException e) {
      return Right.NONE;
    }
  }
}
