// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.threshold.BoardMessage.Kind;

/// What a culprit does, and the code it is named by; empty where it only withholds.
record Attack(
    String name, Fault.Role role, Optional<Fault.Code> code, CeremonyDriver.Mischief how) {
  private static final int PREFIX = 5;

  static List<Attack> ofDealers(SeededRandom random) {
    return List.of(
        dealing(
            "bad share",
            Fault.Code.BAD_SHARE,
            (terms, bytes) -> {
              int sealed = bytes.length - tail(terms) - 48 * terms.members().size();
              for (int j = 0; j < terms.members().size(); j++) {
                bytes[sealed + 48 * j] ^= 1;
              }
              return bytes;
            }),
        dealing(
            "wrong degree",
            Fault.Code.WRONG_DEGREE,
            (_, bytes) -> {
              bytes[3]++;
              return bytes;
            }),
        dealing(
            "another's index",
            Fault.Code.BAD_ENCODING,
            (_, bytes) -> {
              bytes[2]++;
              return bytes;
            }),
        dealing(
            "cut short",
            Fault.Code.BAD_ENCODING,
            (_, bytes) -> Arrays.copyOf(bytes, bytes.length - 1)),
        dealing(
            "off the curve",
            Fault.Code.BAD_ENCODING,
            (_, bytes) -> {
              bytes[PREFIX] = 9;
              return bytes;
            }),
        dealing(
            "proof of nothing",
            Fault.Code.BAD_PROOF_OF_SECRET,
            (terms, bytes) -> {
              bytes[PREFIX + 33 * terms.threshold() + 40] ^= 1;
              return bytes;
            }),
        dealing(
            "another's ephemeral key",
            Fault.Code.BAD_PROOF_OF_EPHEMERAL,
            (terms, bytes) -> {
              GroupElement other = Curve.publicTimesG(Scalars.random(random));
              System.arraycopy(other.bytes(), 0, bytes, PREFIX + 33 * terms.threshold() + 64, 33);
              return bytes;
            }),
        dealing(
            "of another epoch",
            Fault.Code.BAD_PROOF_OF_SECRET,
            (terms, bytes) -> ofAnotherEpoch(terms, bytes, random)),
        new Attack(
            "silent",
            Fault.Role.DEALER,
            Optional.of(Fault.Code.SILENT),
            new CeremonyDriver.Mischief() {
              @Override
              public Optional<Bytes> post(Kind kind, Bytes payload) {
                return kind == Kind.COMPLAINT ? Optional.of(payload) : Optional.empty();
              }
            }));
  }

  /// The proof that an honest dealer made for another ceremony, in a dealing of this one.
  private static byte[] ofAnotherEpoch(CeremonyTerms terms, byte[] bytes, SeededRandom random) {
    int dealer = ((bytes[1] & 0xff) << 8) | (bytes[2] & 0xff);
    List<BigInteger> polynomial =
        Stream.generate(() -> Scalars.random(random)).limit(terms.threshold()).toList();
    CeremonyTerms later =
        new CeremonyTerms(terms.board(), terms.epoch() + 1, terms.plan(), terms.committee());
    Dealing.Secrets secrets =
        new Dealing.Secrets(
            dealer, polynomial, terms.plan().holders().map(_ -> HandoverState.EMPTY.digest()));
    byte[] other = Dealing.encode(later, secrets, random).bytes();
    int first = PREFIX + 33;
    System.arraycopy(other, first, bytes, first, other.length - first);
    return bytes;
  }

  private static int tail(CeremonyTerms terms) {
    return terms.plan().holders().isPresent() ? Hash256.BYTES : 0;
  }

  private interface Tampering {
    byte[] apply(CeremonyTerms terms, byte[] dealing);
  }

  private static Attack dealing(String name, Fault.Code code, Tampering change) {
    return new Attack(
        name,
        Fault.Role.DEALER,
        Optional.of(code),
        new CeremonyDriver.Mischief() {
          @Override
          public Bytes dealing(CeremonyTerms terms, Bytes honest) {
            return honest.size() == 0 ? honest : Bytes.of(change.apply(terms, honest.bytes()));
          }
        });
  }

  static List<Attack> ofReceivers() {
    return List.of(
        new Attack(
            "false complaint",
            Fault.Role.RECEIVER,
            Optional.of(Fault.Code.FALSE_COMPLAINT),
            new CeremonyDriver.Mischief() {
              @Override
              public Optional<Bytes> extraComplaint(KeyCeremony ceremony, int index) {
                int dealer = ceremony.dealings().keySet().iterator().next();
                Complaint made = new Complaint(dealer, Curve.H2, BigInteger.TEN, BigInteger.TWO);
                return Optional.of(made.encode());
              }
            }),
        new Attack(
            "senseless complaint",
            Fault.Role.RECEIVER,
            Optional.of(Fault.Code.BAD_ENCODING),
            new CeremonyDriver.Mischief() {
              @Override
              public Optional<Bytes> extraComplaint(KeyCeremony ceremony, int index) {
                int dealer = ceremony.dealings().keySet().iterator().next();
                return Optional.of(Bytes.of(new byte[] {0, (byte) dealer, 7}));
              }
            }),
        new Attack(
            "confirms something else",
            Fault.Role.RECEIVER,
            Optional.empty(),
            new CeremonyDriver.Mischief() {
              @Override
              public Optional<Confirmation> confirm(Confirmation honest) {
                return Optional.of(
                    new Confirmation(
                        Hash256.ZERO, honest.groupKey(), honest.publicData(), honest.signature()));
              }
            }),
        new Attack(
            "confirms nothing",
            Fault.Role.RECEIVER,
            Optional.empty(),
            new CeremonyDriver.Mischief() {
              @Override
              public Optional<Confirmation> confirm(Confirmation honest) {
                return Optional.empty();
              }
            }));
  }
}
