// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.tx.Attribute;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.Program;

/// Whether a transaction's programs permit what it spends. Owners and programs are paired in the
/// order of their code hashes, compared from the last byte; a cross-chain owner's code is paired by
/// position alone, as it never hashes to its address. Stateless.
final class Witnesses {
  private static final int SIGNATURE = 64;
  private static final Comparator<byte[]> FROM_THE_END = Witnesses::compareFromTheEnd;

  private Witnesses() {}

  static Optional<Flaw> check(ElaTransaction tx, Collection<ProgramHash> spent) {
    Set<ProgramHash> distinct = new HashSet<>(spent);
    for (Attribute attribute : tx.attributes()) {
      if (attribute.usage() == Attribute.SCRIPT) {
        if (attribute.data().size() != ProgramHash.BYTES) {
          return Flaw.of("script_attribute", attribute.data().size());
        }
        distinct.add(ProgramHash.of(attribute.data().bytes()));
      }
    }
    if (distinct.size() != tx.programs().size()) {
      return Flaw.of("program_count", tx.programs().size() + " for " + distinct.size());
    }
    List<ProgramHash> owners = new ArrayList<>(distinct);
    owners.sort(Comparator.comparing(ProgramHash::codeHash, FROM_THE_END));
    List<Program> programs = new ArrayList<>(tx.programs());
    programs.sort(Comparator.comparing(each -> Script.codeHash(each.code()), FROM_THE_END));
    Bytes signed = tx.unsigned();
    for (int i = 0; i < programs.size(); i++) {
      Optional<Flaw> flaw = checkOne(owners.get(i), programs.get(i), signed);
      if (flaw.isPresent()) {
        return flaw;
      }
    }
    return Optional.empty();
  }

  /// Whether enough distinct keys of the script signed.
  static Optional<Flaw> checkMulti(Script.Multi script, Bytes parameter, Bytes signed) {
    Optional<List<Bytes>> given = signatures(parameter);
    if (given.isEmpty()
        || given.get().size() < script.needed()
        || given.get().size() > script.keys().size()) {
      return Flaw.of("signature_count", parameter.size());
    }
    List<Bytes> left = new ArrayList<>(script.keys());
    for (Bytes signature : given.get()) {
      Optional<Bytes> signer =
          left.stream().filter(key -> DevKey.verify(key, signed, signature)).findFirst();
      if (signer.isEmpty()) {
        return Flaw.of("signature", "of no key of the script, or twice of one");
      }
      left.remove(signer.get());
    }
    return Optional.empty();
  }

  private static Optional<Flaw> checkOne(ProgramHash owner, Program program, Bytes signed) {
    Optional<Script> script = Script.read(program.code());
    if (script.isEmpty()) {
      return Flaw.of("program_code", program.code());
    }
    if (owner.prefix() == Script.CROSS_CHAIN) {
      return script.get() instanceof Script.Multi multi && multi.end() == Script.ARBITER_END
          ? checkMulti(multi, program.parameter(), signed)
          : Flaw.of("program_code", "no script of arbiters");
    }
    if (!Arrays.equals(owner.codeHash(), Script.codeHash(program.code()))) {
      return Flaw.of("program_owner", owner);
    }
    return switch (script.get()) {
      case Script.Schnorr _ -> Flaw.of("schnorr_not_active", owner);
      case Script.Standard(Bytes key) when owner.prefix() == Script.STANDARD ->
          checkStandard(key, program.parameter(), signed);
      case Script.Multi multi
          when owner.prefix() == Script.MULTI_SIGNATURE && multi.end() == Script.MULTI_END ->
          checkMulti(multi, program.parameter(), signed);
      default -> Flaw.of("program_kind", owner);
    };
  }

  private static Optional<Flaw> checkStandard(Bytes key, Bytes parameter, Bytes signed) {
    Optional<List<Bytes>> given = signatures(parameter);
    if (given.isEmpty() || given.get().size() != 1) {
      return Flaw.of("signature_count", parameter.size());
    }
    return Flaw.when(
        !DevKey.verify(key, signed, given.get().getFirst()), "signature", "does not verify");
  }

  private static Optional<List<Bytes>> signatures(Bytes parameter) {
    byte[] bytes = parameter.bytes();
    int step = 1 + SIGNATURE;
    if (bytes.length == 0 || bytes.length % step != 0) {
      return Optional.empty();
    }
    List<Bytes> found = new ArrayList<>();
    for (int at = 0; at < bytes.length; at += step) {
      if (bytes[at] != SIGNATURE) {
        return Optional.empty();
      }
      found.add(Bytes.of(Arrays.copyOfRange(bytes, at + 1, at + step)));
    }
    return Optional.of(found);
  }

  private static int compareFromTheEnd(byte[] left, byte[] right) {
    for (int i = left.length - 1; i >= 0; i--) {
      int order = Byte.compareUnsigned(left[i], right[i]);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
