// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.service.internal.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.ddrm.AssetId;
import org.elastos.smartweb.market.ContentUri;
import org.elastos.smartweb.market.Page;
import org.elastos.smartweb.market.ProviderHint;
import org.elastos.smartweb.market.SignedListing;
import org.elastos.smartweb.market.Work;
import org.elastos.smartweb.market.json.EditionJson;
import org.elastos.smartweb.market.json.JsonFields;
import org.elastos.smartweb.market.json.JsonShapeException;
import org.elastos.smartweb.market.json.ListingJson;
import org.elastos.smartweb.market.json.PageJson;
import org.elastos.smartweb.market.json.ProviderJson;
import org.elastos.smartweb.market.json.StatusJson;
import org.elastos.smartweb.market.json.WorkJson;
import org.elastos.smartweb.market.service.internal.store.CatalogueReader;
import org.elastos.smartweb.market.service.internal.store.EditionCursor;
import org.elastos.smartweb.market.service.internal.store.ListingCursor;
import org.elastos.smartweb.market.service.internal.store.ListingStore;
import org.elastos.smartweb.market.service.internal.store.ProviderStore;
import org.elastos.smartweb.market.service.internal.store.Verdict;
import org.elastos.smartweb.market.service.internal.store.WorkStore;
import org.elastos.smartweb.platform.db.AsyncDb;
import org.elastos.smartweb.platform.db.Sql;
import org.elastos.smartweb.platform.db.SqlWork;
import org.elastos.smartweb.platform.http.Problem;
import org.elastos.smartweb.platform.http.ProblemException;

/// The routes of `openapi.yaml`. Handlers run on an event loop; all that blocks goes through the
/// database gateway. Thread-safe.
public final class MarketRoutes {
  private static final String OPENAPI = "/openapi.yaml";

  private final AsyncDb db;
  private final StatusReader status;
  private final InstantSource clock;
  private final CatalogueReader catalogue;
  private final ListingStore listings;
  private final WorkStore works;
  private final ProviderStore providers;

  /// @param anyProviderHost whether hints may name hosts of one's own network
  public MarketRoutes(
      AsyncDb db, StatusReader status, boolean anyProviderHost, InstantSource clock) {
    ChainId chain = status.chain();
    this.db = db;
    this.status = status;
    this.clock = clock;
    this.catalogue = new CatalogueReader(chain);
    this.listings = new ListingStore(chain);
    this.works = new WorkStore(chain);
    this.providers = new ProviderStore(chain, anyProviderHost);
  }

  /// One route, its path with `{parameter}`s as in the contract.
  record Served(HttpMethod method, String path, Function<RoutingContext, Future<Reply>> answer) {}

  /// A status and a JSON body.
  record Reply(int status, ObjectNode body) {}

  /// Adds the routes.
  public void mount(Router router) {
    byte[] contract = Contract.bytes();
    router
        .get(OPENAPI)
        .handler(request ->
            request
                .response()
                .putHeader("Content-Type", "application/yaml")
                .end(Buffer.buffer(contract)));
    for (Served route : routes()) {
      router
          .route(route.method(), route.path().replaceAll("\\{(\\w+)}", ":$1"))
          .handler(request -> answer(request, route));
    }
  }

  List<Served> routes() {
    return List.of(
        new Served(HttpMethod.GET, "/v1/status", this::status),
        new Served(HttpMethod.GET, "/v1/editions", this::editions),
        new Served(HttpMethod.GET, "/v1/editions/{id}", this::edition),
        new Served(HttpMethod.GET, "/v1/listings", this::openListings),
        new Served(HttpMethod.POST, "/v1/listings", this::postListing),
        new Served(HttpMethod.GET, "/v1/works/{assetId}", this::work),
        new Served(HttpMethod.POST, "/v1/works", this::postWork),
        new Served(HttpMethod.GET, "/v1/providers/{cid}", this::providersOf),
        new Served(HttpMethod.POST, "/v1/providers", this::postProvider));
  }

  private static void answer(RoutingContext request, Served route) {
    Future<Reply> reply;
    try {
      reply = route.answer().apply(request);
    } catch (JsonShapeException | ProblemException refused) {
      reply = Future.failedFuture(refused);
    }
    reply
        .onSuccess(done ->
            request
                .response()
                .setStatusCode(done.status())
                .putHeader("Content-Type", "application/json")
                .end(done.body().toString()))
        .onFailure(failure -> request.fail(refusalOf(failure)));
  }

  private static Throwable refusalOf(Throwable failure) {
    return failure instanceof JsonShapeException malformed
        ? Query.malformed(malformed.field())
        : failure;
  }

  private Future<Reply> status(RoutingContext request) {
    return read(status::read).map(now -> new Reply(200, StatusJson.write(now)));
  }

  private Future<Reply> editions(RoutingContext request) {
    Optional<EditionCursor> after = Query.cursor(request, EditionCursor::parse);
    int limit = Query.limit(request);
    return read(sql -> catalogue.editions(sql, after, limit))
        .map(page -> new Reply(200, PageJson.write(page, EditionJson::write)));
  }

  private Future<Reply> edition(RoutingContext request) {
    EditionId id = new EditionId(Query.hash("id", request.pathParam("id")));
    return read(sql -> catalogue.edition(sql, id))
        .map(found -> new Reply(200, EditionJson.write(found.orElseThrow(this::noEdition))));
  }

  private Future<Reply> openListings(RoutingContext request) {
    String edition =
        Query.parameter(request, "edition").orElseThrow(() -> Query.malformed("edition"));
    EditionId id = new EditionId(Query.hash("edition", edition));
    Optional<ListingCursor> after = Query.cursor(request, ListingCursor::parse);
    var page = new ListingStore.PageRequest(Query.limit(request), clock.instant());
    return read(sql -> listings.open(sql, id, after, page))
        .map(found -> new Reply(200, PageJson.write(found, ListingJson::write)));
  }

  private Future<Reply> postListing(RoutingContext request) {
    SignedListing listing = ListingJson.read(Query.body(request));
    return read(sql -> listings.offer(sql, listing, clock.instant()))
        .map(verdict -> reply(verdict, ListingJson.write(listing)));
  }

  private Future<Reply> work(RoutingContext request) {
    AssetId asset = new AssetId(Query.hash("assetId", request.pathParam("assetId")));
    return read(sql -> works.find(sql, asset))
        .map(found ->
            new Reply(
                200,
                WorkJson.write(
                    found.orElseThrow(
                        () -> problem(404, "work_unknown", "No such work is known")))));
  }

  private Future<Reply> postWork(RoutingContext request) {
    JsonFields body = Query.body(request);
    return read(sql -> offer(sql, body));
  }

  private Reply offer(Sql sql, JsonFields body) throws SQLException {
    Work work = WorkJson.verify(body).orElseThrow(() -> refusal(Verdict.WORK_INVALID));
    return reply(works.offer(sql, work, clock.instant()), WorkJson.write(work));
  }

  private Future<Reply> providersOf(RoutingContext request) {
    String cid = request.pathParam("cid");
    if (!ContentUri.isCid(cid)) {
      throw Query.malformed("cid");
    }
    return read(sql -> providers.of(sql, cid))
        .map(found -> new Page<>(found, Optional.empty()))
        .map(page -> new Reply(200, PageJson.write(page, ProviderJson::write)));
  }

  private Future<Reply> postProvider(RoutingContext request) {
    ProviderHint hint = ProviderJson.read(Query.body(request));
    return read(sql -> providers.announce(sql, hint, clock.instant()))
        .map(verdict -> reply(verdict, ProviderJson.write(hint)));
  }

  private <T> Future<T> read(SqlWork<T> work) {
    return db.inTransaction(work);
  }

  private ProblemException noEdition() {
    return refusal(Verdict.EDITION_UNKNOWN);
  }

  private static Reply reply(Verdict verdict, ObjectNode taken) {
    if (verdict != Verdict.TAKEN) {
      throw refusal(verdict);
    }
    return new Reply(verdict.status(), taken);
  }

  private static ProblemException refusal(Verdict verdict) {
    return problem(verdict.status(), verdict.code(), "The market does not take or have this");
  }

  private static ProblemException problem(int status, String code, String title) {
    return new ProblemException(Problem.of(status, code, title));
  }
}
