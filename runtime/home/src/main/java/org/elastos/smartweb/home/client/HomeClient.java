// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.client;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.home.capsule.InstalledCapsule;
import org.elastos.smartweb.home.capsule.StartedCapsule;
import org.elastos.smartweb.home.content.Amendments.Amended;
import org.elastos.smartweb.home.content.ShelvedWork;
import org.elastos.smartweb.home.fetch.FetchJob;
import org.elastos.smartweb.home.license.StoredDelegation;
import org.elastos.smartweb.home.outcome.HomeException;
import org.elastos.smartweb.home.play.PlayStatus;
import org.elastos.smartweb.home.wire.AmendedJson;
import org.elastos.smartweb.home.wire.CapsuleJson;
import org.elastos.smartweb.home.wire.DelegationJson;
import org.elastos.smartweb.home.wire.Fields;
import org.elastos.smartweb.home.wire.JobJson;
import org.elastos.smartweb.home.wire.PlayJson;
import org.elastos.smartweb.home.wire.WireException;
import org.elastos.smartweb.home.wire.WorkJson;

/// Speaks to a home as its owner. Thread-safe; each call blocks until the answer is there or its
/// patience is over.
public final class HomeClient {
  private static final int MAX_ANSWER_BYTES = 8 << 20;

  private final HttpClient http;
  private final URI base;
  private final String token;
  private final Duration patience;

  /// @param base such as `http://127.0.0.1:8380`
  /// @param token the owner's token
  /// @param patience for one answer; transfers of files have none
  public HomeClient(HttpClient http, URI base, String token, Duration patience) {
    this.http = http;
    this.base = base;
    this.token = token;
    this.patience = patience;
  }

  /// What the home is and what it holds.
  public HomeAnswer<JsonObject> status() {
    return ask("GET", "/v1/status", Function.identity());
  }

  /// The device's public key.
  public HomeAnswer<Bytes> device() {
    return ask("GET", "/v1/device", json -> Bytes.fromHex(Fields.text(json, "device")));
  }

  /// Stores a `.ddrm` under a name of the owner's.
  public HomeAnswer<ShelvedWork> putFile(String name, Path file) throws IOException {
    HttpRequest request =
        request("/v1/files/" + encode(name), patience.multipliedBy(20))
            .header("Content-Type", "application/octet-stream")
            .PUT(BodyPublishers.ofFile(file))
            .build();
    return send(request, WorkJson::read);
  }

  /// What lies on the shelf.
  public HomeAnswer<List<ShelvedWork>> files() {
    return ask("GET", "/v1/files", json -> Fields.objects(json, "files", WorkJson::read));
  }

  /// Deletes a file.
  public HomeAnswer<JsonObject> deleteFile(String name) {
    return ask("DELETE", "/v1/files/" + encode(name), Function.identity());
  }

  /// Starts to fetch a work from these peers.
  public HomeAnswer<FetchJob> fetch(String cid, List<URI> providers, Optional<String> name) {
    JsonObject order =
        new JsonObject()
            .put("cid", cid)
            .put("providers", new JsonArray(providers.stream().map(URI::toString).toList()));
    name.ifPresent(text -> order.put("name", text));
    return post("/v1/fetch", order, JobJson::read);
  }

  /// Hands over what the creator added to a work: an encoded sidecar.
  public HomeAnswer<Amended> amend(Hash256 asset, byte[] sidecar) {
    HttpRequest request =
        request("/v1/works/" + asset.hex() + "/sidecar", patience)
            .header("Content-Type", "application/octet-stream")
            .PUT(BodyPublishers.ofByteArray(sidecar))
            .build();
    return send(request, AmendedJson::read);
  }

  /// Lets the home ask these peers for what the creator added to a work.
  public HomeAnswer<Amended> refresh(Hash256 asset, List<URI> providers) {
    JsonObject order =
        new JsonObject()
            .put("providers", new JsonArray(providers.stream().map(URI::toString).toList()));
    return post("/v1/works/" + asset.hex() + "/refresh", order, AmendedJson::read);
  }

  /// How far a fetch is.
  public HomeAnswer<FetchJob> job(UUID id) {
    return ask("GET", "/v1/jobs/" + id, JobJson::read);
  }

  /// Stops a fetch.
  public HomeAnswer<FetchJob> cancelJob(UUID id) {
    return ask("DELETE", "/v1/jobs/" + id, JobJson::read);
  }

  /// The text that a wallet signs so that this home may ask these committees for licences.
  public HomeAnswer<String> prepareDelegation(EvmAddress wallet, List<Hash256> committees) {
    JsonObject order =
        new JsonObject()
            .put("wallet", wallet.toString())
            .put("committees", new JsonArray(committees.stream().map(Hash256::toString).toList()));
    return post("/v1/delegations/prepare", order, json -> Fields.text(json, "text"));
  }

  /// Hands over the signed text.
  public HomeAnswer<StoredDelegation> storeDelegation(String text, Bytes signature) {
    JsonObject order = new JsonObject().put("text", text).put("signature", signature.toString());
    return post("/v1/delegations", order, DelegationJson::read);
  }

  /// The delegations that the home holds.
  public HomeAnswer<List<StoredDelegation>> delegations() {
    return ask(
        "GET",
        "/v1/delegations",
        json -> Fields.objects(json, "delegations", DelegationJson::read));
  }

  /// Revokes a delegation; the answer says which nodes took note.
  public HomeAnswer<JsonObject> revokeDelegation(Hash256 hash) {
    return ask("DELETE", "/v1/delegations/" + hash.hex(), Function.identity());
  }

  /// Installs a capsule after verifying it.
  public HomeAnswer<InstalledCapsule> installCapsule(byte[] bundle) {
    HttpRequest request =
        request("/v1/capsules", patience)
            .header("Content-Type", "application/octet-stream")
            .PUT(BodyPublishers.ofByteArray(bundle))
            .build();
    return send(request, CapsuleJson::read);
  }

  /// The installed capsules.
  public HomeAnswer<List<InstalledCapsule>> capsules() {
    return ask("GET", "/v1/capsules", json -> Fields.objects(json, "capsules", CapsuleJson::read));
  }

  /// Starts an installed capsule without a work, to see whether it gets ready.
  public HomeAnswer<StartedCapsule> startCapsule(Hash256 releaseId) {
    return post(
        "/v1/capsules/" + releaseId.hex() + "/start", new JsonObject(), CapsuleJson::readStarted);
  }

  /// Opens a player session for a work by its name in the tree.
  public HomeAnswer<PlayStatus> play(String path, EvmAddress wallet) {
    return play(new JsonObject().put("path", path), wallet);
  }

  /// Opens a player session for a work by its asset id.
  public HomeAnswer<PlayStatus> play(Hash256 assetId, EvmAddress wallet) {
    return play(new JsonObject().put("assetId", assetId.toString()), wallet);
  }

  /// How far a session is.
  public HomeAnswer<PlayStatus> session(UUID id) {
    return ask("GET", "/v1/play/" + id, PlayJson::read);
  }

  /// Ends a session; its key is wiped before the answer comes.
  public HomeAnswer<PlayStatus> endSession(UUID id) {
    return ask("DELETE", "/v1/play/" + id, PlayJson::read);
  }

  /// The sound of a session: raw samples, or a WAVE stream. The caller closes it.
  public HomeAnswer<InputStream> sound(UUID id, boolean wave) {
    String path = "/v1/play/" + id + "/pcm?format=" + (wave ? "wav" : "raw");
    HttpRequest request = authorized(path).GET().build();
    try {
      HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
      if (answer.statusCode() == 200) {
        return new HomeAnswer.Done<>(answer.body());
      }
      try (InputStream body = answer.body()) {
        return refused(answer.statusCode(), body.readNBytes(MAX_ANSWER_BYTES));
      }
    } catch (IOException e) {
      throw unreachable(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private HomeAnswer<PlayStatus> play(JsonObject order, EvmAddress wallet) {
    return post(
        "/v1/play", order.put("wallet", wallet.toString()).put("output", "pcm"), PlayJson::read);
  }

  private <T> HomeAnswer<T> ask(String method, String path, Function<JsonObject, T> reader) {
    return send(request(path, patience).method(method, BodyPublishers.noBody()).build(), reader);
  }

  private <T> HomeAnswer<T> post(String path, JsonObject body, Function<JsonObject, T> reader) {
    BodyPublisher publisher = BodyPublishers.ofString(body.encode());
    return send(
        request(path, patience).header("Content-Type", "application/json").POST(publisher).build(),
        reader);
  }

  private <T> HomeAnswer<T> send(HttpRequest request, Function<JsonObject, T> reader) {
    try {
      HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        byte[] bytes = body.readNBytes(MAX_ANSWER_BYTES);
        return answer.statusCode() / 100 == 2
            ? new HomeAnswer.Done<>(reader.apply(parse(bytes)))
            : refused(answer.statusCode(), bytes);
      }
    } catch (IOException e) {
      throw unreachable(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private HttpRequest.Builder request(String path, Duration timeout) {
    return authorized(path).timeout(timeout);
  }

  private HttpRequest.Builder authorized(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Bearer " + token);
  }

  private static JsonObject parse(byte[] bytes) {
    try {
      return bytes.length == 0
          ? new JsonObject()
          : new JsonObject(new String(bytes, StandardCharsets.UTF_8));
    } catch (DecodeException | ClassCastException e) {
      throw new WireException("the answer is no JSON object");
    }
  }

  private static <T> HomeAnswer<T> refused(int status, byte[] bytes) {
    JsonObject problem = parse(bytes);
    return new HomeAnswer.Refused<>(
        status,
        Fields.optionalText(problem, "code").orElse("unknown"),
        Fields.optionalText(problem, "detail").orElse(""),
        problem);
  }

  private static String encode(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private HomeException unreachable(IOException cause) {
    return new HomeException("the home does not answer", cause).with("home", base);
  }

  private HomeException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new HomeException("interrupted while waiting for the home", cause);
  }
}
