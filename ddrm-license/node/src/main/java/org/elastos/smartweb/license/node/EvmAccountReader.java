// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmCall;
import org.elastos.smartweb.chain.EvmChain;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.Heads;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.chain.Reading.Agreed;
import org.elastos.smartweb.chain.Reading.Code;
import org.elastos.smartweb.chain.Reading.Unknown;
import org.elastos.smartweb.contracts.abi.AbiException;
import org.elastos.smartweb.contracts.abi.AbiReader;
import org.elastos.smartweb.contracts.abi.AbiWriter;
import org.elastos.smartweb.contracts.generated.CounterfactualCheckCalls;
import org.elastos.smartweb.crypto.Keccak256;
import org.elastos.smartweb.license.AccountClaim;
import org.elastos.smartweb.license.AccountReader;
import org.elastos.smartweb.license.AccountWord;

/// Asks accounts by ERC-1271, and by ERC-6492 those yet to be created, through the quorum of the
/// one chain that the node follows: an account of another chain is nobody's word here. Thread-safe.
final class EvmAccountReader implements AccountReader {
  /// What an account may use to answer.
  static final long QUESTION_GAS = 3_000_000;

  /// What creating it and asking it twice may use.
  static final long CREATION_GAS = 10_000_000;

  /// Nobody's account. Not the zero address, from which some wallets expect rehearsals that check
  /// no signature.
  static final EvmAddress ASKER = nobody();

  private static final String IS_VALID_SIGNATURE = "1626ba7e";
  private static final Bytes CONFIRMED = Bytes.fromHex(IS_VALID_SIGNATURE + "00".repeat(28));
  private static final Bytes CREATED_AND_CONFIRMED = Bytes.fromHex("00".repeat(31) + "01");
  private static final Bytes COUNTERFACTUAL = Bytes.fromHex("6492".repeat(16));
  private static final int WORD = 32;

  private final EvmChain chain;

  EvmAccountReader(EvmChain chain) {
    this.chain = chain;
  }

  @Override
  public Reading<Heads> heads(ChainId asked) {
    return asked.equals(chain.id())
        ? chain.heads()
        : new Unknown<>(Code.SOURCES_UNAVAILABLE, List.of());
  }

  @Override
  public Reading<AccountWord> ask(AccountClaim claim, BlockRef at) {
    byte[] signature = claim.signature().bytes();
    int end = signature.length - WORD;
    if (end < 0 || !COUNTERFACTUAL.equals(tail(signature))) {
      return askContract(claim, at);
    }
    return Creation.read(Bytes.of(Arrays.copyOf(signature, end)))
        .map(creation -> askCreated(claim, creation, at))
        .orElseGet(() -> new Agreed<>(AccountWord.NOT_SIGNED, at));
  }

  private Reading<AccountWord> askContract(AccountClaim claim, BlockRef at) {
    AbiWriter question = new AbiWriter();
    question.word(claim.digest());
    question.bytes(claim.signature());
    EvmCall call = new EvmCall(claim.account(), question.call(IS_VALID_SIGNATURE));
    Reading<Bytes> answer = chain.call(call.bounded(ASKER, QUESTION_GAS), at);
    if (answer instanceof Agreed<Bytes>(Bytes said, BlockRef _) && said.size() == 0) {
      return chain
          .code(claim.account(), at)
          .map(code -> code.size() == 0 ? AccountWord.NO_CONTRACT : AccountWord.NO_ANSWER);
    }
    return word(answer, CONFIRMED, at);
  }

  private Reading<AccountWord> askCreated(AccountClaim claim, Creation creation, BlockRef at) {
    Bytes code =
        new CounterfactualCheckCalls.Deploy(
                claim.account(),
                claim.digest(),
                creation.signature,
                creation.factory,
                creation.factoryCall)
            .initCode();
    EvmCall call = EvmCall.creation(code).bounded(ASKER, CREATION_GAS);
    return word(chain.call(call, at), CREATED_AND_CONFIRMED, at);
  }

  private static Reading<AccountWord> word(Reading<Bytes> answer, Bytes confirmed, BlockRef at) {
    return switch (answer) {
      case Agreed<Bytes>(Bytes said, BlockRef block) -> new Agreed<>(word(said, confirmed), block);
      case Unknown<Bytes> unknown when unknown.code() == Code.REVERTED ->
          new Agreed<>(AccountWord.NOT_SIGNED, at);
      case Unknown<Bytes> unknown -> unknown.as();
    };
  }

  private static AccountWord word(Bytes said, Bytes confirmed) {
    if (said.equals(confirmed)) {
      return AccountWord.SIGNED;
    }
    return said.size() == WORD ? AccountWord.NOT_SIGNED : AccountWord.NO_ANSWER;
  }

  private static Bytes tail(byte[] signature) {
    return Bytes.of(Arrays.copyOfRange(signature, signature.length - WORD, signature.length));
  }

  private static EvmAddress nobody() {
    Hash256 hash = Keccak256.of("smartweb/v1/asker".getBytes(StandardCharsets.US_ASCII));
    return EvmAddress.of(Arrays.copyOfRange(hash.bytes(), WORD - EvmAddress.BYTES, WORD));
  }

  /// What stands before the mark of ERC-6492: how to create the account, and what it is then shown.
  private record Creation(EvmAddress factory, Bytes factoryCall, Bytes signature) {
    static Optional<Creation> read(Bytes encoded) {
      try {
        AbiReader in = AbiReader.of(encoded);
        return Optional.of(new Creation(in.address(), in.bytes(), in.bytes()));
      } catch (AbiException e) {
        return Optional.empty();
      }
    }
  }
}
