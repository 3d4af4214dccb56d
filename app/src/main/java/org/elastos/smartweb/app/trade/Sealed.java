// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.trade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.content.UnixFsBuilder;
import org.elastos.smartweb.content.UnixFsProfile;
import org.elastos.smartweb.ddrm.DdrmReader;
import org.elastos.smartweb.ddrm.DdrmRefusal;
import org.elastos.smartweb.ddrm.Header;
import org.elastos.smartweb.ddrm.Statement;
import org.elastos.smartweb.ddrm.Terms;
import org.elastos.smartweb.market.Work;

/// A container as it lies on the disk, read again as anybody would: its header sound, its content
/// whole, its statements signed.
///
/// @param work what its creator states
record Sealed(String cid, Work work) {
  /// Reads a container.
  static Sealed read(Path container) {
    return switch (DdrmReader.open(container)) {
      case DdrmReader.Opening.Refused(DdrmRefusal refusal) -> throw damaged(refusal.code());
      case DdrmReader.Opening.Opened(DdrmReader reader) -> {
        try (reader) {
          if (!reader.isWhole()) {
            throw damaged("content_damaged");
          }
          yield new Sealed(cid(container), work(reader.header()));
        }
      }
    };
  }

  private static Work work(Header header) {
    List<Bytes> terms =
        header.statements().stream()
            .filter(one -> one.body() instanceof Terms)
            .map(Sealed::encoded)
            .toList();
    List<Bytes> faces =
        header.statements().stream()
            .filter(one -> !(one.body() instanceof Terms))
            .map(Sealed::encoded)
            .toList();
    return Work.verify(header.core().encoded(), terms, faces)
        .orElseThrow(() -> damaged("bad_statement"));
  }

  private static Bytes encoded(Statement statement) {
    return Bytes.of(statement.toCbor().encode());
  }

  private static String cid(Path container) {
    try {
      return UnixFsBuilder.of(container, UnixFsProfile.UNIXFS_V1_2025).root().toString();
    } catch (IOException e) {
      throw new UncheckedIOException("the container cannot be read", e);
    }
  }

  private static CommandFailure damaged(String why) {
    return new CommandFailure(
        "container_damaged",
        "the container on the disk is damaged: " + why,
        "delete the file and publish again",
        Map.of("reason", why));
  }
}
