// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.build;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ela.Decoded;
import org.elastos.smartweb.chain.ela.ElaReader;
import org.elastos.smartweb.chain.ela.address.P256PrivateKey;
import org.elastos.smartweb.chain.ela.address.P256PublicKey;
import org.elastos.smartweb.chain.ela.address.Script;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.Program;

/// A transaction that several keys sign one after the other, in any order and at any place: each
/// signature is checked when it arrives and stands at its key's place in the end. Immutable.
public final class JointSpend {
  /// More signers than the largest set of arbiters are refused: finding each signature's key would
  /// take long.
  private static final int MAX_SIGNERS = 36;

  private final ElaTransaction unsigned;
  private final Script.Several script;
  private final Map<P256PublicKey, Bytes> signatures;

  /// What became of an attempt to go on with a spend.
  public sealed interface Step {
    /// The spend with what arrived.
    record Taken(JointSpend spend) implements Step {}

    /// Nothing changed.
    record Refused(Built.Reason reason) implements Step {}
  }

  private JointSpend(
      ElaTransaction unsigned, Script.Several script, Map<P256PublicKey, Bytes> signatures) {
    this.unsigned = unsigned;
    this.script = script;
    this.signatures = signatures;
  }

  /// A spend that nobody has signed; programs that the transaction had are dropped.
  public static JointSpend of(ElaTransaction transaction, Script.Several script) {
    return new JointSpend(transaction.withPrograms(List.of()), script, Map.of());
  }

  /// The spend in a transaction with one program of several keys, some of which may have signed.
  /// Each signature's key is found by checking.
  public static Step read(ElaTransaction transaction) {
    if (transaction.programs().size() != 1) {
      return new Step.Refused(Built.Reason.OTHER_TRANSACTION);
    }
    Program program = transaction.programs().get(0);
    if (!(Script.read(program.code()) instanceof Decoded.Value<Script>(Script.Several script))
        || !(signatures(program.parameter())
            instanceof Decoded.Value<List<Bytes>>(List<Bytes> found))
        || script.keys().size() > MAX_SIGNERS
        || found.size() > script.keys().size()) {
      return new Step.Refused(Built.Reason.OTHER_TRANSACTION);
    }
    Step step = new Step.Taken(of(transaction, script));
    for (Bytes signature : found) {
      if (step instanceof Step.Taken(JointSpend spend)) {
        step = spend.with(signature);
      }
    }
    return step;
  }

  /// The transaction without programs.
  public ElaTransaction unsigned() {
    return unsigned;
  }

  /// Whose signatures are needed.
  public Script.Several script() {
    return script;
  }

  /// Who signed, in the script's order.
  public List<P256PublicKey> signers() {
    return script.keys().stream().distinct().filter(signatures::containsKey).toList();
  }

  /// How many signatures are missing.
  public int missing() {
    return Math.max(0, script.required() - signatures.size());
  }

  /// The spend with this key's signature.
  public Step sign(P256PrivateKey key, SecureRandom random) {
    if (!script.keys().contains(key.publicKey())) {
      return new Step.Refused(Built.Reason.FOREIGN_KEY);
    }
    return with(key.sign(unsigned.unsigned().bytes(), random));
  }

  /// The spend with a signature made elsewhere. A second one of the same key changes nothing.
  public Step with(Bytes signature) {
    byte[] message = unsigned.unsigned().bytes();
    Optional<P256PublicKey> signer =
        script.keys().stream().filter(key -> key.verifies(message, signature)).findFirst();
    if (signer.isEmpty()) {
      return new Step.Refused(Built.Reason.BAD_SIGNATURE);
    }
    Map<P256PublicKey, Bytes> more = new LinkedHashMap<>(signatures);
    more.putIfAbsent(signer.get(), signature);
    return new Step.Taken(new JointSpend(unsigned, script, Map.copyOf(more)));
  }

  /// The spend with the signatures of both.
  public Step merge(JointSpend other) {
    if (!unsigned.equals(other.unsigned) || !script.equals(other.script)) {
      return new Step.Refused(Built.Reason.OTHER_TRANSACTION);
    }
    Map<P256PublicKey, Bytes> all = new LinkedHashMap<>(other.signatures);
    all.putAll(signatures);
    return new Step.Taken(new JointSpend(unsigned, script, Map.copyOf(all)));
  }

  /// The transaction with what was signed so far, for the next signer.
  public ElaTransaction partial() {
    return unsigned.withPrograms(List.of(program(signers())));
  }

  /// The transaction with exactly as many signatures as required, the first in the script's order.
  public Built complete() {
    if (missing() > 0) {
      return new Built.Refused(Built.Reason.SIGNATURES_MISSING);
    }
    List<P256PublicKey> first = signers().subList(0, script.required());
    return Assembled.checked(unsigned.withPrograms(List.of(program(first))));
  }

  private Program program(List<P256PublicKey> signers) {
    List<Bytes> ordered = new ArrayList<>();
    for (P256PublicKey signer : signers) {
      Optional.ofNullable(signatures.get(signer)).ifPresent(ordered::add);
    }
    return new Program(Signing.parameter(ordered), script.code());
  }

  private static Decoded<List<Bytes>> signatures(Bytes parameter) {
    return ElaReader.decode(parameter.bytes(), JointSpend::readSignatures);
  }

  private static List<Bytes> readSignatures(ElaReader in) {
    List<Bytes> found = new ArrayList<>();
    while (in.remaining() > 0) {
      found.add(in.varBytes(P256PublicKey.SIGNATURE_BYTES, "program.signature"));
    }
    return found;
  }
}
