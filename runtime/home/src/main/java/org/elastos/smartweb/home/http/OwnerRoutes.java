// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.content.Cid;
import org.elastos.smartweb.home.capsule.CapsuleShelf;
import org.elastos.smartweb.home.content.Amendments;
import org.elastos.smartweb.home.content.Library;
import org.elastos.smartweb.home.fetch.AmendmentFetch;
import org.elastos.smartweb.home.fetch.FetchJobs;
import org.elastos.smartweb.home.fetch.FetchOrder;
import org.elastos.smartweb.home.license.DelegationOrder;
import org.elastos.smartweb.home.license.Delegations;
import org.elastos.smartweb.home.license.SignedText;
import org.elastos.smartweb.home.play.PlayOrder;
import org.elastos.smartweb.home.play.PlayerSessions;
import org.elastos.smartweb.home.wire.AmendedJson;
import org.elastos.smartweb.home.wire.CapsuleJson;
import org.elastos.smartweb.home.wire.DelegationJson;
import org.elastos.smartweb.home.wire.Fields;
import org.elastos.smartweb.home.wire.JobJson;
import org.elastos.smartweb.home.wire.PlayJson;
import org.elastos.smartweb.home.wire.WireException;
import org.elastos.smartweb.home.wire.WorkJson;

/// The owner's interface: JSON in, JSON out, one route a use case. Handlers only read and write;
/// the work is done off the event loop. Thread-safe.
public final class OwnerRoutes {
  /// What the routes speak for.
  public record UseCases(
      Library library,
      Amendments amendments,
      AmendmentFetch refresh,
      FetchJobs jobs,
      Delegations delegations,
      CapsuleShelf capsules,
      PlayerSessions players,
      HomeStatus status) {}

  private final UseCases use;
  private final Replies replies;

  OwnerRoutes(UseCases use, Replies replies) {
    this.use = use;
    this.replies = replies;
  }

  /// Adds the routes whose bodies are small.
  void mount(Router router) {
    router.get("/v1/status").handler(context -> replies.value(context, use.status()::json));
    router.get("/v1/device").handler(context -> replies.value(context, use.status()::device));
    router.get("/v1/files").handler(this::files);
    router.delete("/v1/files/:name").handler(this::deleteFile);
    router.post("/v1/works/:asset/refresh").handler(this::refresh);
    router.post("/v1/fetch").handler(this::fetch);
    router.get("/v1/jobs/:id").handler(this::job);
    router.delete("/v1/jobs/:id").handler(this::cancelJob);
    router.post("/v1/delegations/prepare").handler(this::prepare);
    router.post("/v1/delegations").handler(this::storeDelegation);
    router.get("/v1/delegations").handler(this::delegations);
    router.delete("/v1/delegations/:hash").handler(this::revoke);
    router.get("/v1/capsules").handler(this::capsules);
    router.post("/v1/capsules/:release/start").handler(this::startCapsule);
    router.post("/v1/play").handler(this::play);
    router.get("/v1/play/:id").handler(this::session);
    router.delete("/v1/play/:id").handler(this::endSession);
  }

  private void files(RoutingContext context) {
    replies.value(context, () -> list("files", use.library().works(), WorkJson::write));
  }

  private void deleteFile(RoutingContext context) {
    String name = context.pathParam("name");
    replies.outcome(context, 200, () -> use.library().delete(name).map(WorkJson::write));
  }

  private void fetch(RoutingContext context) {
    replies
        .read(context, () -> fetchOrder(body(context, List.of("cid", "providers", "name"))))
        .ifPresent(order ->
            replies.outcome(context, 202, () -> use.jobs().start(order).map(JobJson::write)));
  }

  private record Refresh(Hash256 asset, List<URI> providers) {}

  private void refresh(RoutingContext context) {
    replies
        .read(
            context,
            () ->
                new Refresh(
                    Hash256.fromHex(context.pathParam("asset")),
                    uris(body(context, List.of("providers")), "providers")))
        .ifPresent(order ->
            replies.outcome(
                context,
                200,
                () ->
                    use.refresh()
                        .refresh(order.asset(), order.providers())
                        .map(AmendedJson::write)));
  }

  private static List<URI> uris(JsonObject body, String field) {
    return Fields.texts(body, field).stream().map(URI::create).toList();
  }

  private void job(RoutingContext context) {
    replies
        .read(context, () -> id(context))
        .ifPresent(
            id -> replies.outcome(context, 200, () -> use.jobs().job(id).map(JobJson::write)));
  }

  private void cancelJob(RoutingContext context) {
    replies
        .read(context, () -> id(context))
        .ifPresent(
            id -> replies.outcome(context, 200, () -> use.jobs().cancel(id).map(JobJson::write)));
  }

  private void prepare(RoutingContext context) {
    replies
        .read(context, () -> delegationOrder(body(context, List.of("wallet", "committees"))))
        .ifPresent(order ->
            replies.outcome(
                context,
                200,
                () ->
                    use.delegations()
                        .prepare(order)
                        .map(text -> new JsonObject().put("text", text))));
  }

  private void storeDelegation(RoutingContext context) {
    replies
        .read(context, () -> body(context, List.of("text", "signature")))
        .flatMap(body -> replies.read(context, () -> signedText(body)))
        .ifPresent(signed ->
            replies.outcome(
                context, 201, () -> use.delegations().store(signed).map(DelegationJson::write)));
  }

  private void delegations(RoutingContext context) {
    replies.value(
        context, () -> list("delegations", use.delegations().all(), DelegationJson::write));
  }

  private void revoke(RoutingContext context) {
    replies
        .read(context, () -> Hash256.fromHex(context.pathParam("hash")))
        .ifPresent(hash ->
            replies.outcome(
                context, 200, () -> use.delegations().revoke(hash).map(DelegationJson::write)));
  }

  private void capsules(RoutingContext context) {
    replies.value(context, () -> list("capsules", use.capsules().installed(), CapsuleJson::write));
  }

  private void startCapsule(RoutingContext context) {
    replies
        .read(context, () -> Hash256.fromHex(context.pathParam("release")))
        .ifPresent(release ->
            replies.outcome(
                context, 200, () -> use.capsules().start(release).map(CapsuleJson::write)));
  }

  private void play(RoutingContext context) {
    List<String> fields = List.of("path", "assetId", "wallet", "output", "capsule");
    replies
        .read(context, () -> playOrder(body(context, fields)))
        .ifPresent(order ->
            replies.outcome(context, 201, () -> use.players().open(order).map(PlayJson::write)));
  }

  private void session(RoutingContext context) {
    replies
        .read(context, () -> id(context))
        .ifPresent(id ->
            replies.outcome(context, 200, () -> use.players().status(id).map(PlayJson::write)));
  }

  private void endSession(RoutingContext context) {
    replies
        .read(context, () -> id(context))
        .ifPresent(
            id -> replies.outcome(context, 200, () -> use.players().end(id).map(PlayJson::write)));
  }

  private static FetchOrder fetchOrder(JsonObject body) {
    Cid cid =
        Cid.parse(Fields.text(body, "cid")).orElseThrow(() -> new WireException("cid is no CID"));
    List<URI> providers = uris(body, "providers");
    return new FetchOrder(cid, providers, Fields.optionalText(body, "name").orElse(cid + ".ddrm"));
  }

  private static DelegationOrder delegationOrder(JsonObject body) {
    return new DelegationOrder(
        EvmAddress.fromHex(Fields.text(body, "wallet")),
        Fields.texts(body, "committees").stream().map(Hash256::fromHex).toList());
  }

  private static SignedText signedText(JsonObject body) {
    return new SignedText(Fields.text(body, "text"), Bytes.fromHex(Fields.text(body, "signature")));
  }

  private static PlayOrder playOrder(JsonObject body) {
    Optional<Hash256> asset = Fields.optionalText(body, "assetId").map(Hash256::fromHex);
    Optional<String> path = Fields.optionalText(body, "path");
    if (asset.isPresent() == path.isPresent()) {
      throw new WireException("name the work by its path or its assetId");
    }
    return new PlayOrder(
        path,
        asset,
        EvmAddress.fromHex(Fields.text(body, "wallet")),
        Fields.optionalText(body, "output").orElse("pcm"),
        Fields.optionalText(body, "capsule").map(Hash256::fromHex));
  }

  private static JsonObject body(RoutingContext context, List<String> fields) {
    JsonObject body = context.body().asJsonObject();
    if (body == null) {
      throw new WireException("the body must be a JSON object");
    }
    Fields.only(body, fields);
    return body;
  }

  private static UUID id(RoutingContext context) {
    return UUID.fromString(context.pathParam("id"));
  }

  private static <T> JsonObject list(String name, List<T> items, Function<T, JsonObject> write) {
    return new JsonObject().put(name, new JsonArray(items.stream().map(write).toList()));
  }
}
