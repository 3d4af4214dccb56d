// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.cbor.CborMap;
import org.elastos.smartweb.cbor.DagCbor;
import org.elastos.smartweb.cbor.Parsed;

/// Newer statements and envelopes that a home keeps beside a file, which itself stays as published:
/// CB{v: 1, asset, statements, envelopes}.
public record Sidecar(AssetId asset, List<Statement> statements, List<Envelope> envelopes) {
  private static final long MAX_BYTES = 4 << 20;

  /// Copies the lists.
  public Sidecar {
    statements = List.copyOf(statements);
    envelopes = List.copyOf(envelopes);
  }

  /// Where a file's sidecar lies.
  public static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + ".side");
  }

  /// The encoding of this sidecar.
  public byte[] encode() {
    return Cbor.map()
        .put("v", 1)
        .put("asset", asset.hash())
        .put("statements", Cbor.array(statements.stream().map(Statement::toCbor).toList()))
        .put("envelopes", Cbor.array(envelopes.stream().map(Envelope::toCbor).toList()))
        .encode();
  }

  /// Reads an encoded sidecar.
  public static Parsed<Sidecar> parse(byte[] bytes) {
    return DagCbor.parse(
        bytes,
        value -> {
          CborMap map = value.asMap();
          map.expect("v", 1);
          Sidecar sidecar =
              new Sidecar(
                  new AssetId(map.bytes32("asset")),
                  map.array("statements", Statement::fromCbor),
                  map.array("envelopes", Envelope::fromCbor));
          map.end();
          return sidecar;
        });
  }

  /// Writes this sidecar beside a file, whole or not at all.
  public void write(Path file) throws IOException {
    Path target = beside(file);
    Path draft = target.resolveSibling(target.getFileName() + ".part");
    Files.write(draft, encode());
    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /// The sidecar beside a file, if there is one that can be read.
  public static Optional<Sidecar> read(Path file) throws IOException {
    Path path = beside(file);
    return Files.isRegularFile(path) && Files.size(path) <= MAX_BYTES
        ? parse(Files.readAllBytes(path)).toOptional()
        : Optional.empty();
  }
}
