// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmCall;
import org.elastos.smartweb.chain.EvmChain;
import org.elastos.smartweb.chain.Heads;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.chain.Reading.Agreed;
import org.elastos.smartweb.chain.Reading.Code;
import org.elastos.smartweb.chain.Reading.Unknown;
import org.elastos.smartweb.contracts.abi.AbiException;
import org.elastos.smartweb.contracts.abi.AbiReader;
import org.elastos.smartweb.contracts.abi.AbiWriter;
import org.elastos.smartweb.contracts.generated.ChannelCalls.HasAccess;
import org.elastos.smartweb.crypto.Keccak256;
import org.elastos.smartweb.ddrm.Condition;
import org.elastos.smartweb.license.Right;
import org.elastos.smartweb.license.RightsReader;

/// Asks contracts at a stated block, through each chain's quorum of sources, with bounded gas. A
/// channel that is not there, or is something else, gives no access and locks nothing. Thread-safe.
final class EvmRightsReader implements RightsReader {
  /// What one question may use.
  static final long QUESTION_GAS = 3_000_000;

  /// The largest time that an instant can be made of; the wrappers read larger ones as this.
  private static final long FOR_EVER = Instant.MAX.getEpochSecond();

  private static final String LEASED_UNTIL = selector("leasedUntil(address,uint256)");

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
  public Reading<Optional<Bytes>> call(Condition.Contract contract, Bytes data, BlockRef at) {
    EvmChain chain = chains.get(contract.chain());
    if (chain == null) {
      return new Unknown<>(Code.SOURCES_UNAVAILABLE, List.of());
    }
    EvmCall call = new EvmCall(contract.address(), data);
    return switch (chain.call(call.bounded(EvmAccountReader.ASKER, QUESTION_GAS), at)) {
      case Agreed<Bytes>(Bytes answer, BlockRef block) -> new Agreed<>(Optional.of(answer), block);
      case Unknown<Bytes> unknown when unknown.code() == Code.REVERTED ->
          new Agreed<>(Optional.empty(), at);
      case Unknown<Bytes> unknown -> unknown.as();
    };
  }

  @Override
  public Reading<Right> right(Condition.HoldsEdition edition, EvmAddress holder, BlockRef at) {
    HasAccess question = new HasAccess(holder, edition.edition());
    return call(channel(edition), question.callData(), at)
        .map(answer ->
            read(answer, question::decodeResult).map(EvmRightsReader::right).orElse(Right.NONE));
  }

  @Override
  public Reading<Optional<Instant>> lockedUntil(
      Condition.HoldsEdition edition, EvmAddress holder, BlockRef at) {
    AbiWriter question = new AbiWriter();
    question.address(holder);
    question.word(edition.edition().hash());
    return call(channel(edition), question.call(LEASED_UNTIL), at)
        .map(answer ->
            read(answer, bytes -> AbiReader.of(bytes).uintAsLong(64))
                .filter(until -> until != 0)
                .map(until -> end(until).orElse(Instant.MAX)));
  }

  private static Condition.Contract channel(Condition.HoldsEdition edition) {
    return new Condition.Contract(edition.chain(), edition.channel());
  }

  private static <T> Optional<T> read(Optional<Bytes> answer, Function<Bytes, T> decode) {
    try {
      return answer.map(decode);
    } catch (AbiException e) {
      return Optional.empty();
    }
  }

  /// The reasons of a channel (docs/spec/contracts.md): those with access, then those without.
  private static Right right(HasAccess.Result result) {
    Optional<Instant> until = end(result.until());
    if (result.ok()) {
      return switch (result.reason()) {
        case 0 -> new Right(Right.Kind.OWNED, until);
        case 3 -> new Right(Right.Kind.RENTED, until);
        case 4 -> new Right(Right.Kind.SUBSCRIBED, until);
        default -> new Right(Right.Kind.OTHER, until);
      };
    }
    return switch (result.reason()) {
      case 7 -> new Right(Right.Kind.REFUNDABLE, until);
      case 9 -> new Right(Right.Kind.ENDED, until);
      default -> Right.NONE;
    };
  }

  private static Optional<Instant> end(long until) {
    return until >= FOR_EVER ? Optional.empty() : Optional.of(Instant.ofEpochSecond(until));
  }

  private static String selector(String signature) {
    byte[] hash = Keccak256.of(signature.getBytes(StandardCharsets.US_ASCII)).bytes();
    return Bytes.of(Arrays.copyOf(hash, 4)).hex();
  }
}
