// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.http;

import io.vertx.core.Vertx;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.home.capsule.CapsuleShelf;
import org.elastos.smartweb.home.content.Amendments;
import org.elastos.smartweb.home.content.Library;
import org.elastos.smartweb.home.wire.AmendedJson;
import org.elastos.smartweb.home.wire.CapsuleJson;
import org.elastos.smartweb.home.wire.WorkJson;
import org.elastos.smartweb.platform.http.Problem;
import org.elastos.smartweb.platform.http.Problems;

/// The owner's routes with large bodies: files straight to the disk, sidecars and capsules.
/// Thread-safe.
final class Transfers {
  private static final long MAX_BUNDLE_BYTES = 32 << 20;
  private static final long MAX_FILE_BYTES = 1L << 40;

  private final Vertx vertx;
  private final Library library;
  private final Amendments amendments;
  private final CapsuleShelf capsules;
  private final Replies replies;
  private final Supplier<UUID> ids;

  /// What is handed over, and to whom.
  record Parts(
      Vertx vertx,
      Library library,
      Amendments amendments,
      CapsuleShelf capsules,
      Supplier<UUID> ids) {}

  Transfers(Parts parts, Replies replies) {
    this.vertx = parts.vertx();
    this.library = parts.library();
    this.amendments = parts.amendments();
    this.capsules = parts.capsules();
    this.replies = replies;
    this.ids = parts.ids();
  }

  void mount(Router router) {
    router.put("/v1/files/:name").handler(this::putFile);
    router
        .put("/v1/capsules")
        .handler(BodyHandler.create(false).setBodyLimit(MAX_BUNDLE_BYTES))
        .handler(this::installCapsule);
    router
        .put("/v1/works/:asset/sidecar")
        .handler(BodyHandler.create(false).setBodyLimit(Amendments.MAX_BYTES))
        .handler(this::amend);
  }

  private void amend(RoutingContext context) {
    byte[] sidecar = body(context);
    replies
        .read(context, () -> Hash256.fromHex(context.pathParam("asset")))
        .ifPresent(asset ->
            replies.outcome(
                context, 200, () -> amendments.offer(asset, sidecar).map(AmendedJson::write)));
  }

  private static byte[] body(RoutingContext context) {
    return context.body().buffer() == null ? new byte[0] : context.body().buffer().getBytes();
  }

  private void putFile(RoutingContext context) {
    HttpServerRequest request = context.request();
    OptionalLong length = length(request);
    if (length.isEmpty() || length.getAsLong() > MAX_FILE_BYTES) {
      Problems.send(
          context,
          Problem.of(
              length.isEmpty() ? 411 : 413,
              length.isEmpty() ? "length_required" : "body_too_large",
              "A file comes with its Content-Length, at most one tebibyte"));
      return;
    }
    String name = context.pathParam("name");
    Optional<Path> staged = library.stage(name, "put-" + ids.get());
    if (staged.isEmpty()) {
      Problems.send(
          context, Problem.of(400, "bad_name", "The name cannot stand in the localhost tree"));
      return;
    }
    request.pause();
    OpenOptions fresh = new OpenOptions().setCreateNew(true).setPerms("rw-------");
    vertx
        .fileSystem()
        .open(staged.get().toString(), fresh)
        .compose(request::pipeTo)
        .onSuccess(received ->
            replies.outcome(
                context, 201, () -> library.shelve(staged.get(), name).map(WorkJson::write)))
        .onFailure(failure -> {
          replies.later(() -> library.discard(staged.get()));
          context.fail(failure);
        });
  }

  private void installCapsule(RoutingContext context) {
    byte[] bundle = body(context);
    replies.outcome(context, 201, () -> capsules.install(bundle).map(CapsuleJson::write));
  }

  private static OptionalLong length(HttpServerRequest request) {
    String header = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return header != null && header.matches("[0-9]{1,18}")
        ? OptionalLong.of(Long.parseLong(header))
        : OptionalLong.empty();
  }
}
