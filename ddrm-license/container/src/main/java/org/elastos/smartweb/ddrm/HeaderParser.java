// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.cbor.CborException;
import org.elastos.smartweb.cbor.DagCbor;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;

/// Reads headers: what is cheap to check first, the statements' signatures last.
final class HeaderParser {
  /// The outcome of reading a header.
  sealed interface Outcome {
    record Read(Header header) implements Outcome {}

    record Refused(DdrmRefusal refusal) implements Outcome {}
  }

  private HeaderParser() {}

  /// The header's length, from the first 64 bytes.
  static Optional<DdrmRefusal> check(byte[] first64, long fileLength) {
    ByteBuffer fixed = ByteBuffer.wrap(first64);
    if (!Header.isMagic(first64)) {
      return Optional.of(DdrmRefusal.NOT_DDRM);
    }
    if (fixed.getShort(8) != Header.MAJOR || fixed.getInt(28) != 0) {
      return Optional.of(DdrmRefusal.UNSUPPORTED_VERSION);
    }
    int head = fixed.getInt(12);
    long used = (long) Header.FIXED_BYTES + Header.MAC_BYTES;
    for (int at = 16; at <= 24; at += 4) {
      if (fixed.getInt(at) <= 0) {
        return Optional.of(DdrmRefusal.BAD_LENGTHS);
      }
      used += fixed.getInt(at);
    }
    return head < Header.MIN_HEAD || head > Core.MAX_HEAD || used > head || head > fileLength
        ? Optional.of(DdrmRefusal.BAD_LENGTHS)
        : Optional.empty();
  }

  /// Reads a whole header whose first 64 bytes passed {@link #check}.
  static Outcome parse(byte[] bytes, long fileLength) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    byte[] encodedCore = slice(in, Header.FIXED_BYTES, in.getInt(16));
    int afterMac = Header.FIXED_BYTES + encodedCore.length + Header.MAC_BYTES;
    Optional<Core> core = Core.parse(encodedCore).toOptional();
    if (core.isEmpty()) {
      return new Outcome.Refused(DdrmRefusal.BAD_CORE);
    }
    if (!core.get().assetId().hash().equals(Hash256.of(slice(in, 32, 32)))) {
      return new Outcome.Refused(DdrmRefusal.ASSET_MISMATCH);
    }
    if (core.get().head() != bytes.length) {
      return new Outcome.Refused(DdrmRefusal.BAD_LENGTHS);
    }
    if (core.get().fileLength() != fileLength) {
      return new Outcome.Refused(DdrmRefusal.WRONG_FILE_LENGTH);
    }
    Bytes mac = Bytes.of(slice(in, afterMac - Header.MAC_BYTES, Header.MAC_BYTES));
    return parseRest(in, afterMac, new Header(core.get(), mac, List.of(), List.of()));
  }

  private static Outcome parseRest(ByteBuffer in, int start, Header bare) {
    int statementBytes = in.getInt(20);
    int envelopeBytes = in.getInt(24);
    Header header;
    try {
      List<Statement> statements =
          DagCbor.decode(slice(in, start, statementBytes)).asArray().stream()
              .map(Statement::fromCbor)
              .toList();
      header = new Header(bare.core(), bare.mac(), statements, List.of());
    } catch (CborException e) {
      return new Outcome.Refused(DdrmRefusal.BAD_STATEMENT);
    }
    int afterStatements = start + statementBytes;
    try {
      List<Envelope> envelopes =
          DagCbor.decode(slice(in, afterStatements, envelopeBytes)).asArray().stream()
              .map(Envelope::fromCbor)
              .toList();
      header = new Header(bare.core(), bare.mac(), header.statements(), envelopes);
    } catch (CborException e) {
      return new Outcome.Refused(DdrmRefusal.BAD_ENVELOPE);
    }
    if (header.envelopes().stream().anyMatch(e -> e.kind() == Envelope.PASSPHRASE)) {
      return new Outcome.Refused(DdrmRefusal.ENVELOPE_NOT_ALLOWED);
    }
    for (int at = afterStatements + envelopeBytes; at < in.capacity(); at++) {
      if (in.get(at) != 0) {
        return new Outcome.Refused(DdrmRefusal.PADDING_NOT_ZERO);
      }
    }
    return header.chained(header.statements())
        ? new Outcome.Read(header)
        : new Outcome.Refused(DdrmRefusal.BAD_STATEMENT);
  }

  private static byte[] slice(ByteBuffer in, int offset, int length) {
    byte[] out = new byte[length];
    in.get(offset, out);
    return out;
  }
}
