// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.verify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.AuxPow;
import org.elastos.smartweb.chain.ela.Confirm;
import org.elastos.smartweb.chain.ela.ElaHash;
import org.elastos.smartweb.chain.ela.ElaHeader;
import org.elastos.smartweb.chain.ela.Proposal;
import org.elastos.smartweb.chain.ela.Sha256d;
import org.elastos.smartweb.chain.ela.address.ElaAddress;
import org.elastos.smartweb.chain.ela.address.P256PublicKey;
import org.elastos.smartweb.chain.ela.tx.BasicPayload;
import org.elastos.smartweb.chain.ela.tx.ConsensusPayload;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.OutputPayload;
import org.elastos.smartweb.chain.ela.tx.Payload;
import org.elastos.smartweb.chain.ela.tx.SideChainPayload;
import org.elastos.smartweb.chain.ela.tx.TxOutput;

/// What our codec and rules say of a value, as the same names and texts that the independent script
/// answers with.
final class CrossCheckFields {
  private CrossCheckFields() {}

  static Map<String, String> fields(Object... pairs) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put((String) pairs[i], String.valueOf(pairs[i + 1]));
    }
    return fields;
  }

  static Map<String, String> header(ElaHeader header) {
    Map<String, String> all =
        fields(
            "version", header.version(),
            "previous", header.previous().hex(),
            "merkleRoot", header.merkleRoot().hex(),
            "timestamp", header.timestamp(),
            "bits", header.bits(),
            "nonce", header.nonce(),
            "height", header.height(),
            "hash", header.hash().hex(),
            "display", ElaHash.display(header.hash()));
    all.putAll(proof(header.auxPow()));
    all.put("verdict", code(new HeaderCheck(ElaNetwork.CHAIN_ID).verify(header)));
    return all;
  }

  static Map<String, String> proof(AuxPow proof) {
    AuxPow.Parts parts = proof.parts();
    return fields(
        "coinbaseVersion", parts.coinbase().version(),
        "coinbaseInputs", parts.coinbase().inputs().size(),
        "coinbaseOutputs", parts.coinbase().outputs().size(),
        "coinbaseHash", Sha256d.of(proof.coinbase().toArray()).hex(),
        "script", proof.coinbaseScript().bytes().hex(),
        "parentHash", proof.parentHash().hex(),
        "coinbaseLevels", parts.coinbaseBranch().size(),
        "coinbaseIndex", proof.coinbaseIndex(),
        "auxLevels", parts.auxBranch().size(),
        "auxIndex", proof.auxIndex(),
        "parentHeaderHash", parts.parentHeader().hash().hex(),
        "parentRoot", parts.parentHeader().merkleRoot().hex());
  }

  static Map<String, String> confirm(Confirm confirm) {
    Proposal proposal = confirm.proposal();
    return fields(
        "sponsor", proposal.sponsor().hex(),
        "blockHash", proposal.blockHash().hex(),
        "viewOffset", proposal.viewOffset(),
        "proposalHash", proposal.hash().hex(),
        "proposalHolds", signed(proposal.sponsor(), proposal.unsigned(), proposal.signature()),
        "votes",
            confirm.votes().stream()
                .map(vote ->
                    vote.proposalHash().hex()
                        + " "
                        + vote.signer().hex()
                        + " "
                        + vote.accept()
                        + " "
                        + signed(vote.signer(), vote.unsigned(), vote.signature()))
                .collect(Collectors.joining("\n")));
  }

  static Map<String, String> tree(PartialMerkleTree tree) {
    return switch (tree.content()) {
      case PartialMerkleTree.Content.Refused(Verdict.Invalid reason) ->
          fields("verdict", reason.code());
      case PartialMerkleTree.Content.Proved(Hash256 root, var matches) ->
          fields(
              "verdict",
              "valid",
              "root",
              root.hex(),
              "matches",
              matches.stream()
                  .map(match -> match.index() + ":" + match.txid().hex())
                  .collect(Collectors.joining(",")));
    };
  }

  static Map<String, String> transaction(ElaTransaction tx) {
    return fields(
        "version", tx.version(),
        "type", tx.type().code(),
        "payloadVersion", tx.payloadVersion(),
        "payload", payload(tx.payload()),
        "attributes", lines(tx.attributes(), each -> each.usage() + " " + each.data().hex()),
        "inputs",
            lines(
                tx.inputs(),
                each -> each.previous().hex() + " " + each.index() + " " + each.sequence()),
        "outputs", lines(tx.outputs(), CrossCheckFields::output),
        "lockTime", tx.lockTime(),
        "programs", lines(tx.programs(), each -> each.parameter().hex() + " " + each.code().hex()),
        "txid", tx.txid().hex(),
        "display", ElaHash.display(tx.txid()));
  }

  private static <T> String lines(List<T> items, Function<T, String> line) {
    return items.stream().map(line).collect(Collectors.joining("\n"));
  }

  private static String joined(Object... pairs) {
    return fields(pairs).entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(" "));
  }

  private static String commas(List<Bytes> keys) {
    return keys.stream().map(Bytes::hex).collect(Collectors.joining(","));
  }

  private static String hashes(List<Hash256> hashes) {
    return hashes.stream().map(Hash256::hex).collect(Collectors.joining(","));
  }

  private static String payload(Payload payload) {
    return switch (payload) {
      case BasicPayload.CoinBase(Bytes info) -> joined("minerInfo", info.hex());
      case BasicPayload.RegisterAsset(var asset, var amount, var controller) ->
          joined(
              "name", asset.name().hex(),
              "description", asset.description().hex(),
              "precision", asset.precision(),
              "assetType", asset.assetType(),
              "recordType", asset.recordType(),
              "amount", amount.units(),
              "controller", controller.hex());
      case BasicPayload.Note(Bytes kind, Bytes content) ->
          joined("kind", kind.hex(), "content", content.hex());
      case SideChainPayload.SideChainPow pow ->
          joined(
              "blockHash", pow.blockHash().hex(),
              "genesisHash", pow.genesisHash().hex(),
              "height", pow.height(),
              "signature", pow.signature().hex());
      case SideChainPayload.WithdrawV0 old ->
          joined(
              "blockHeight", old.blockHeight(),
              "genesisAddress", old.genesisBlockAddress().hex(),
              "sideTransactions", hashes(old.sideTransactions()));
      case SideChainPayload.DepositV0(var targets) ->
          joined(
              "targets",
              targets.stream()
                  .map(each ->
                      each.address().hex()
                          + " "
                          + Long.toUnsignedString(each.outputIndex())
                          + " "
                          + each.amount().units())
                  .collect(Collectors.joining(",")));
      case ConsensusPayload.NextTurnDposInfo turn -> nextTurn(turn);
      case ConsensusPayload.RevertToPow(int reason, long height) ->
          joined("reason", reason, "workingHeight", height);
      case ConsensusPayload.RevertToDpos(long interval, long height) ->
          joined("interval", interval, "revertedAt", height);
      default -> "";
    };
  }

  private static String nextTurn(ConsensusPayload.NextTurnDposInfo turn) {
    String both =
        joined(
            "workingHeight", turn.workingHeight(),
            "councilKeys", commas(turn.councilKeys()),
            "producerKeys", commas(turn.producerKeys()));
    return turn.version() == 0
        ? both
        : both + " " + joined("completeCouncilKeys", commas(turn.completeCouncilKeys()));
  }

  private static String output(TxOutput output) {
    String plain =
        joined(
            "asset", output.assetId().hex(),
            "value", output.value().units(),
            "lock", output.outputLock(),
            "owner", output.programHash().hex(),
            "address", new ElaAddress(output.programHash()),
            "type", output.payload().type());
    return plain
        + switch (output.payload()) {
          case OutputPayload.CrossChain(Bytes target, var amount, Bytes data) ->
              " " + joined("target", target.hex(), "amount", amount.units(), "data", data.hex());
          case OutputPayload.Withdrawal(Bytes genesis, Hash256 side, Bytes data) ->
              " " + joined("genesis", genesis.hex(), "side", side.hex(), "data", data.hex());
          case OutputPayload.ReturnedDeposit(Bytes genesis, Hash256 deposit) ->
              " " + joined("genesis", genesis.hex(), "deposit", deposit.hex());
          case OutputPayload.Stake(var address) -> " " + joined("stake", address.hex());
          default -> "";
        };
  }

  static String code(Verdict verdict) {
    return verdict instanceof Verdict.Invalid invalid ? invalid.code() : "valid";
  }

  private static boolean signed(Bytes key, Bytes message, Bytes signature) {
    return P256PublicKey.of(key)
        .filter(known -> known.verifies(message.bytes(), signature))
        .isPresent();
  }
}
