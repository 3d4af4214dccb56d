// SPDX-License-Identifier: MIT
package org.elastos.smartweb.content;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;

/// The trustless gateway for raw blocks, `GET /ipfs/{cid}?format=raw`, as a pure function that an
/// HTTP edge mounts. The client checks every block, so nothing here needs to be trusted. Stateless.
public final class TrustlessGateway {
  /// The media type of a raw block.
  public static final String RAW_BLOCK = "application/vnd.ipld.raw";

  private final BlockProvider blocks;

  /// A gateway to these blocks.
  public TrustlessGateway(BlockProvider blocks) {
    this.blocks = blocks;
  }

  /// What was asked; parts that a request lacks are empty texts.
  ///
  /// @param method the HTTP method
  /// @param cid what follows `/ipfs/`
  /// @param format the query's `format`, which wins over `accept`
  /// @param accept the `Accept` header
  public record Request(String method, String cid, String format, String accept) {}

  /// What to answer; `body` is empty for `HEAD` and refusals, whose reason is the status alone.
  public record Reply(int status, Map<String, String> headers, Optional<StoredBlock> body) {}

  /// Answers a request.
  public Reply answer(Request request) {
    boolean head = request.method.equals("HEAD");
    if (!head && !request.method.equals("GET")) {
      return refusal(405, Map.of("Allow", "GET, HEAD"));
    }
    if (!wantsRawBlock(request)) {
      return refusal(406, Map.of());
    }
    Optional<Cid> cid = Cid.parse(request.cid);
    if (cid.isEmpty()) {
      return refusal(400, Map.of());
    }
    Optional<StoredBlock> block = blocks.find(cid.get());
    if (block.isEmpty()) {
      return refusal(404, Map.of("Cache-Control", "no-store"));
    }
    Map<String, String> headers =
        Map.of(
            "Content-Type",
            RAW_BLOCK,
            "Content-Length",
            Integer.toString(block.get().length()),
            "Content-Disposition",
            "attachment; filename=\"" + cid.get() + ".bin\"",
            "Cache-Control",
            "public, max-age=29030400, immutable",
            "ETag",
            "\"" + cid.get() + ".raw\"",
            "X-Ipfs-Path",
            "/ipfs/" + cid.get(),
            "X-Content-Type-Options",
            "nosniff");
    return new Reply(200, headers, head ? Optional.empty() : block);
  }

  /// A body that holds the block's bytes, for edges without file sending.
  public static Optional<Bytes> inMemory(Reply reply) throws IOException {
    return reply.body.isPresent()
        ? Optional.of(Bytes.of(FileBlocks.read(reply.body.get())))
        : Optional.empty();
  }

  private static boolean wantsRawBlock(Request request) {
    if (!request.format.isEmpty()) {
      return request.format.equals("raw");
    }
    for (String range : request.accept.split(",")) {
      String type = range.split(";")[0].strip().toLowerCase(Locale.ROOT);
      if (type.equals(RAW_BLOCK)) {
        return true;
      }
    }
    return false;
  }

  private static Reply refusal(int status, Map<String, String> headers) {
    return new Reply(status, headers, Optional.empty());
  }
}
