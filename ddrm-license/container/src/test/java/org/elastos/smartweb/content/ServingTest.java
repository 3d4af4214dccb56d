// SPDX-License-Identifier: MIT
package org.elastos.smartweb.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.content.TrustlessGateway.Reply;
import org.elastos.smartweb.content.TrustlessGateway.Request;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServingTest {
  private static final String RAW = TrustlessGateway.RAW_BLOCK;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    byte[] content = new byte[2_500_000];
    new Random(1).nextBytes(content);
    file = Files.write(folder.resolve("work"), content);
  }

  @ParameterizedTest
  @EnumSource(UnixFsProfile.class)
  void givesEveryBlockOfAFile(UnixFsProfile profile) throws IOException {
    FileBlocks blocks = FileBlocks.open(file, profile);
    UnixFsFile dag = blocks.dag();
    for (int i = 0; i < dag.leaves().size(); i++) {
      StoredBlock leaf = blocks.find(dag.leaf(i)).orElseThrow();
      assertThat(dag.leaf(i).matches(FileBlocks.read(leaf))).isTrue();
      assertThat(leaf.length()).isEqualTo(FileBlocks.read(leaf).length);
    }
    StoredBlock root = blocks.find(dag.root()).orElseThrow();
    assertThat(dag.root().matches(FileBlocks.read(root))).isTrue();
    assertThat(blocks.find(Cid.of(Cid.Codec.RAW, new byte[0]))).isEmpty();
  }

  @Test
  void hashesAFileOnceUntilItChanges() throws IOException {
    UnixFsProfile profile = UnixFsProfile.UNIXFS_V1_2025;
    Cid root = FileBlocks.open(file, profile).dag().root();
    FileTime date = Files.getLastModifiedTime(file);
    byte[] other = Files.readAllBytes(file);
    other[0] ^= 1;
    Files.write(file, other);
    Files.setLastModifiedTime(file, date);
    assertThat(FileBlocks.open(file, profile).dag().root()).isEqualTo(root);
    Files.setLastModifiedTime(file, FileTime.fromMillis(date.toMillis() + 5000));
    assertThat(FileBlocks.open(file, profile).dag().root()).isNotEqualTo(root);
    assertThat(FileBlocks.open(file, UnixFsProfile.UNIXFS_V0_2015).dag().root().version()).isZero();
  }

  @Test
  void namesAFileThatShrank() throws IOException {
    FileBlocks blocks = FileBlocks.open(file, UnixFsProfile.UNIXFS_V1_2025);
    StoredBlock last = blocks.find(blocks.dag().leaf(2)).orElseThrow();
    Files.write(file, new byte[10]);
    assertThatThrownBy(() -> FileBlocks.read(last)).isInstanceOf(EOFException.class);
  }

  @Test
  void givesNoWrappedLeafOfAFileThatShrank() throws IOException {
    FileBlocks blocks = FileBlocks.open(file, UnixFsProfile.UNIXFS_V0_2015);
    Files.write(file, new byte[10]);
    assertThat(blocks.find(blocks.dag().leaf(5))).isEmpty();
  }

  @Test
  void answersAsATrustlessGateway() throws IOException {
    FileBlocks blocks = FileBlocks.open(file, UnixFsProfile.UNIXFS_V1_2025);
    TrustlessGateway gateway = new TrustlessGateway(blocks);
    String cid = blocks.dag().root().toString();
    Reply reply = gateway.answer(new Request("GET", cid, "raw", ""));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.headers())
        .containsEntry("Content-Type", RAW)
        .containsEntry("ETag", "\"" + cid + ".raw\"")
        .containsEntry("X-Content-Type-Options", "nosniff");
    Bytes body = TrustlessGateway.inMemory(reply).orElseThrow();
    assertThat(blocks.dag().root().matches(body.bytes())).isTrue();
    assertThat(reply.headers()).containsEntry("Content-Length", "" + body.size());

    Reply head = gateway.answer(new Request("HEAD", cid, "", "text/html, " + RAW + ";q=0.5"));
    assertThat(head.status()).isEqualTo(200);
    assertThat(TrustlessGateway.inMemory(head)).isEmpty();
    assertThat(gateway.answer(new Request("POST", cid, "raw", "")).status()).isEqualTo(405);
    assertThat(gateway.answer(new Request("GET", cid, "", "text/html")).status()).isEqualTo(406);
    assertThat(gateway.answer(new Request("GET", cid, "car", RAW)).status()).isEqualTo(406);
    assertThat(gateway.answer(new Request("GET", "x", "raw", "")).status()).isEqualTo(400);
    String absent = Cid.of(Cid.Codec.RAW, new byte[1]).toString();
    assertThat(gateway.answer(new Request("GET", absent, "raw", "")).status()).isEqualTo(404);
  }

  @Test
  void fetchesAFileOverHttp() throws IOException {
    FileBlocks blocks = FileBlocks.open(file, UnixFsProfile.UNIXFS_V1_2025);
    TrustlessGateway gateway = new TrustlessGateway(blocks);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/ipfs/",
        exchange -> {
          String cid = exchange.getRequestURI().getPath().substring(6);
          Reply reply = gateway.answer(new Request(exchange.getRequestMethod(), cid, "raw", RAW));
          Optional<Bytes> body = TrustlessGateway.inMemory(reply);
          exchange.sendResponseHeaders(reply.status(), body.map(Bytes::size).orElse(-1));
          if (body.isPresent()) {
            exchange.getResponseBody().write(body.get().bytes());
          }
          exchange.close();
        });
    server.start();
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI here = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
      BlockSource source = new HttpBlockSource(client, here, Duration.ofSeconds(10));
      Path target = folder.resolve("copy");
      assertThat(
              new VerifiedFetch(List.of(source), new VerifiedFetch.Listener() {}, 1 << 30)
                  .fetch(blocks.dag().root(), target))
          .isInstanceOf(VerifiedFetch.Outcome.Complete.class);
      assertThat(Files.mismatch(file, target)).isEqualTo(-1);
      assertThat(source.name()).isEqualTo(here.toString());
      assertThat(source.fetch(Cid.of(Cid.Codec.RAW, new byte[1])))
          .isEqualTo(new BlockSource.Answer.Absent());
    } finally {
      server.stop(0);
    }
  }

  @Test
  void boundsWhatAPeerSendsAndNamesFailures() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/ipfs/",
        exchange -> {
          boolean large = exchange.getRequestURI().getPath().startsWith("/ipfs/bafk");
          exchange.sendResponseHeaders(large ? 200 : 500, large ? 0 : -1);
          if (large) {
            try (var body = exchange.getResponseBody()) {
              body.write(new byte[BlockSource.MAX_BLOCK_BYTES + 1]);
            }
          }
          exchange.close();
        });
    server.start();
    Cid raw = Cid.of(Cid.Codec.RAW, new byte[1]);
    Cid node = Cid.of(Cid.Codec.DAG_PB, new byte[1]);
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI here = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
      BlockSource source = new HttpBlockSource(client, here, Duration.ofSeconds(10));
      assertThat(source.fetch(raw)).isEqualTo(new BlockSource.Answer.Failed("block_too_large"));
      assertThat(source.fetch(node)).isEqualTo(new BlockSource.Answer.Failed("unexpected_status"));
      server.stop(0);
      assertThat(source.fetch(raw)).isEqualTo(new BlockSource.Answer.Failed("transfer_failed"));
      Thread.currentThread().interrupt();
      assertThat(source.fetch(raw)).isEqualTo(new BlockSource.Answer.Failed("interrupted"));
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void waitsForNoPeerLongerThanItsPatience() throws IOException {
    CountDownLatch done = new CountDownLatch(1);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/ipfs/",
        exchange -> {
          exchange.sendResponseHeaders(200, 100);
          exchange.getResponseBody().write(1);
          exchange.getResponseBody().flush();
          try {
            done.await(20, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          exchange.close();
        });
    server.start();
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI here = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
      BlockSource source = new HttpBlockSource(client, here, Duration.ofMillis(300));
      assertThat(source.fetch(Cid.of(Cid.Codec.RAW, new byte[1])))
          .isEqualTo(new BlockSource.Answer.Failed("too_slow"));
    } finally {
      done.countDown();
      server.stop(0);
    }
  }
}
