// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.chain.Bytes;

/// The header of a container: what never changes (core and its MAC) and what may be added without
/// the file key (statements and envelopes). Immutable.
public record Header(Core core, Bytes mac, List<Statement> statements, List<Envelope> envelopes) {
  static final byte[] MAGIC = {(byte) 0x89, 'd', 'D', 'R', 'M', '\r', '\n', 0x1a};
  static final int MAJOR = 1;
  static final int FIXED_BYTES = 64;
  static final int MAC_BYTES = 32;

  /// The smallest header, in bytes.
  public static final int MIN_HEAD = 32 * 1024;

  /// Copies the lists.
  public Header {
    statements = List.copyOf(statements);
    envelopes = List.copyOf(envelopes);
  }

  /// Length of a header that shall hold `used` bytes and as many again: head = roundup(max(32 KiB,
  /// 2 used), slot).
  ///
  /// @throws IllegalArgumentException above 1 MiB
  static int headFor(int used, int slot) {
    long wanted = Math.max(MIN_HEAD, 2L * used);
    long head = (wanted + slot - 1) / slot * slot;
    if (head > Core.MAX_HEAD) {
      throw new IllegalArgumentException("a header holds at most 1 MiB");
    }
    return (int) head;
  }

  /// The first 16 bytes, which the MAC covers together with the core.
  static byte[] first16(int head) {
    return ByteBuffer.allocate(16)
        .put(MAGIC)
        .putShort((short) MAJOR)
        .putShort((short) 0)
        .putInt(head)
        .array();
  }

  /// The bytes of this header, padded with zeros.
  ///
  /// @return nothing when they do not fit; what no longer fits goes to the sidecar
  public Optional<Bytes> encode() {
    byte[] encodedCore = core.encoded().bytes();
    byte[] encodedStatements =
        Cbor.array(statements.stream().map(Statement::toCbor).toList()).encode();
    byte[] encodedEnvelopes =
        Cbor.array(envelopes.stream().map(Envelope::toCbor).toList()).encode();
    int used =
        FIXED_BYTES
            + encodedCore.length
            + MAC_BYTES
            + encodedStatements.length
            + encodedEnvelopes.length;
    if (used > core.head()) {
      return Optional.empty();
    }
    return Optional.of(
        Bytes.of(
            ByteBuffer.allocate(core.head())
                .put(first16(core.head()))
                .putInt(encodedCore.length)
                .putInt(encodedStatements.length)
                .putInt(encodedEnvelopes.length)
                .putInt(0)
                .put(core.assetId().hash().bytes())
                .put(encodedCore)
                .put(mac.bytes())
                .put(encodedStatements)
                .put(encodedEnvelopes)
                .array()));
  }

  /// The newest terms, if the creator stated any.
  public Optional<Terms> terms() {
    return newest(StatementChain.terms(core.pre().creator(), core.assetId()))
        .map(Statement::body)
        .map(Terms.class::cast);
  }

  /// The statement that holds the newest terms.
  public Optional<Statement> termsStatement() {
    return newest(StatementChain.terms(core.pre().creator(), core.assetId()));
  }

  /// The newest face, if the creator stated any.
  public Optional<Face> face() {
    return newest(StatementChain.face(core.pre().creator(), core.assetId()))
        .map(Statement::body)
        .map(Face.class::cast);
  }

  /// This header with a sidecar's statements, as far as the chains accept them, and its envelopes.
  public Header extendedBy(Sidecar sidecar) {
    if (!sidecar.asset().equals(core.assetId())) {
      return this;
    }
    List<Statement> all = new ArrayList<>(statements);
    for (Statement offered : sidecar.statements()) {
      List<Statement> longer = new ArrayList<>(all);
      longer.add(offered);
      if (chained(longer)) {
        all = longer;
      }
    }
    List<Envelope> wrapped = new ArrayList<>(envelopes);
    sidecar.envelopes().stream().filter(e -> !wrapped.contains(e)).forEach(wrapped::add);
    return new Header(core, mac, all, wrapped);
  }

  /// Whether every statement is accepted by its chain, in order.
  boolean chained(List<Statement> all) {
    StatementChain terms = StatementChain.terms(core.pre().creator(), core.assetId());
    StatementChain face = StatementChain.face(core.pre().creator(), core.assetId());
    for (Statement statement : all) {
      boolean isTerms = statement.body() instanceof Terms;
      switch ((isTerms ? terms : face).accept(statement)) {
        case StatementChain.Outcome.Accepted(StatementChain longer) -> {
          terms = isTerms ? longer : terms;
          face = isTerms ? face : longer;
        }
        case StatementChain.Outcome.Refused _ -> {
          return false;
        }
      }
    }
    return true;
  }

  private Optional<Statement> newest(StatementChain empty) {
    StatementChain chain = empty;
    for (Statement statement : statements) {
      if (chain.accept(statement)
          instanceof StatementChain.Outcome.Accepted(StatementChain longer)) {
        chain = longer;
      }
    }
    return chain.newest();
  }

  static boolean isMagic(byte[] first) {
    return Arrays.equals(first, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }
}
