// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.elastos.smartweb.chain.EvmChain;
import org.elastos.smartweb.crypto.SealedFile;
import org.elastos.smartweb.home.client.HomeAnswer;
import org.elastos.smartweb.home.client.HomeClient;
import org.elastos.smartweb.home.license.CommitteePin;
import org.elastos.smartweb.platform.db.DatabaseAccess;
import org.elastos.smartweb.platform.state.SecretFile;

/// A home in this process, on free ports, with its owner's client. For tests.
final class TestHome implements AutoCloseable {
  static final String PAGE = "http://127.0.0.1:8080";

  final HomeService service;
  final HomeClient client;
  final String token;
  private final Vertx vertx = Vertx.vertx();
  private final HttpClient http = HttpClient.newHttpClient();

  private TestHome(Place place, int port, Optional<EvmChain> chain, List<CommitteePin> committees) {
    this(place, port, chain, committees, true);
  }

  private TestHome(
      Place place,
      int port,
      Optional<EvmChain> chain,
      List<CommitteePin> committees,
      boolean privateProviders) {
    Path password = place.directory().resolve("password");
    SecretFile.readOrCreate(password, new SecureRandom());
    HomeConfig config =
        new HomeConfig(
            "alice",
            place.directory().resolve("home"),
            password,
            new SealedFile.Cost(1 << 10, 1, 1),
            place.database(),
            new HomeConfig.Listen(port, 0, Set.of(PAGE)),
            committees,
            privateProviders);
    this.service =
        new HomeService(
            config,
            new HomeService.Ports(vertx, InstantSource.system(), new SecureRandom(), id -> chain));
    try {
      await(service.start());
    } catch (IllegalStateException e) {
      http.shutdownNow();
      await(vertx.close());
      throw e;
    }
    this.token = SecretFile.read(config.tokenFile());
    this.client = new HomeClient(http, service.ownerAddress(), token, Duration.ofSeconds(40));
  }

  /// Where a home keeps what outlives it.
  record Place(Path directory, DatabaseAccess database) {}

  static TestHome start(Place place) {
    return startOn(place, 0);
  }

  /// One that fetches from public addresses only.
  static TestHome startOutside(Place place) {
    return new TestHome(place, 0, Optional.empty(), List.of(), false);
  }

  static TestHome startOn(Place place, int port) {
    return new TestHome(place, port, Optional.empty(), List.of());
  }

  static TestHome start(Place place, EvmChain chain, CommitteePin pin) {
    return new TestHome(place, 0, Optional.of(chain), List.of(pin));
  }

  URI gateway() {
    return service.gatewayAddress();
  }

  HttpResponse<byte[]> get(URI address, String... headers) {
    return send("GET", address, headers);
  }

  HttpResponse<byte[]> send(String method, URI address, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(Duration.ofSeconds(20))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Sends these very header lines to the owner's port and gives the answer's text; for headers
  /// that no HTTP client lets one choose.
  String raw(String requestLine, String... headers) {
    String text =
        requestLine + "\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n";
    try (Socket socket = new Socket("127.0.0.1", service.ownerAddress().getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static <T> T done(HomeAnswer<T> answer) {
    return switch (answer) {
      case HomeAnswer.Done<T>(T value) -> value;
      case HomeAnswer.Refused<T> refused -> throw new AssertionError("refused: " + refused);
    };
  }

  static <T> HomeAnswer.Refused<T> refused(HomeAnswer<T> answer) {
    return switch (answer) {
      case HomeAnswer.Done<T>(T value) -> throw new AssertionError("not refused: " + value);
      case HomeAnswer.Refused<T> refused -> refused;
    };
  }

  @Override
  public void close() {
    await(service.close());
    http.shutdownNow();
    await(vertx.close());
  }

  private static void await(io.vertx.core.Future<?> future) {
    try {
      future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
