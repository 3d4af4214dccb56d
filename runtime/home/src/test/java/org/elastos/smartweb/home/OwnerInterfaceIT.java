// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.content.Cid;
import org.elastos.smartweb.ddrm.DdrmWriter;
import org.elastos.smartweb.home.content.ShelvedWork;
import org.elastos.smartweb.migrations.SchemaRules;
import org.elastos.smartweb.platform.db.DatabaseAccess;
import org.elastos.smartweb.platform.db.Db;
import org.elastos.smartweb.testkit.DatabaseTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DatabaseTest
class OwnerInterfaceIT {
  @TempDir Path directory;

  private TestHome.Place place;
  private TestHome home;

  @BeforeEach
  void start(DatabaseAccess database) {
    place = new TestHome.Place(directory, database);
    home = TestHome.start(place);
  }

  @AfterEach
  void stop() {
    home.close();
  }

  @Test
  void keepsTheSchemaRules(Db db) {
    assertThat(SchemaRules.breaches(db)).isEmpty();
  }

  @Test
  void answersItsOwnerOnly() throws IOException {
    assertThat(TestHome.done(home.client.status()).getString("owner")).isEqualTo("alice");
    String host = "Host: 127.0.0.1:" + home.service.ownerAddress().getPort();
    assertThat(home.raw("GET /v1/status HTTP/1.1", host))
        .startsWith("HTTP/1.1 401")
        .contains("owner_token_required");
    assertThat(home.raw("GET /v1/status HTTP/1.1", host, "Authorization: Bearer " + "x".repeat(44)))
        .startsWith("HTTP/1.1 401");
    assertThat(home.raw("GET /v1/status HTTP/1.1", host, bearer())).startsWith("HTTP/1.1 200");
    Path token = directory.resolve("home/owner.token");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(token)))
        .isEqualTo("rw-------");
    assertThat(home.raw("GET /v1/nothing HTTP/1.1", host)).startsWith("HTTP/1.1 401");
  }

  @Test
  void refusesANameThatWasReboundToThisMachine() {
    assertThat(home.raw("GET /v1/status HTTP/1.1", "Host: evil.example", bearer()))
        .startsWith("HTTP/1.1 421")
        .contains("host_not_allowed");
    assertThat(home.raw("GET /v1/status HTTP/1.1", bearer())).startsWith("HTTP/1.1 4");
  }

  @Test
  void refusesPagesOfOtherSites() {
    String host = "Host: 127.0.0.1:" + home.service.ownerAddress().getPort();
    assertThat(home.raw("GET /v1/status HTTP/1.1", host, bearer(), "Origin: http://evil.example"))
        .startsWith("HTTP/1.1 403")
        .contains("origin_not_allowed");
    assertThat(home.raw("GET /v1/status HTTP/1.1", host, bearer(), "Origin: " + home.gateway()))
        .startsWith("HTTP/1.1 403");
    assertThat(home.raw("GET /v1/status HTTP/1.1", host, bearer(), "Origin: null"))
        .startsWith("HTTP/1.1 403");
    assertThat(home.raw("GET /v1/status HTTP/1.1", host, bearer(), "Sec-Fetch-Site: cross-site"))
        .startsWith("HTTP/1.1 403");
    assertThat(home.raw("GET /v1/status HTTP/1.1", host, bearer(), "Origin: " + TestHome.PAGE))
        .startsWith("HTTP/1.1 200");
  }

  @Test
  void becomesNoOtherProtocol() {
    String host = "Host: 127.0.0.1:" + home.service.ownerAddress().getPort();
    assertThat(
            home.raw(
                "GET /v1/status HTTP/1.1",
                host,
                bearer(),
                "Upgrade: websocket",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "Sec-WebSocket-Version: 13"))
        .startsWith("HTTP/1.1 400")
        .contains("upgrade_refused");
  }

  @Test
  void servesWhatWasStoredAndNothingElse() throws IOException {
    DdrmWriter.Written work = TestWorks.noise(2_500_000, 1, directory.resolve("in.ddrm"));
    ShelvedWork stored = TestHome.done(home.client.putFile("song.ddrm", work.file()));
    Cid root = work.blocks().root();
    assertThat(stored.cid()).isEqualTo(root.toString());
    assertThat(stored.path()).hasToString("localhost://Users/alice/song.ddrm");
    assertThat(stored.title()).isEqualTo("A Song");
    assertThat(TestHome.done(home.client.files())).containsExactly(stored);

    HttpResponse<byte[]> block = block(root);
    assertThat(block.statusCode()).isEqualTo(200);
    assertThat(root.matches(block.body())).isTrue();
    assertThat(block.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(block.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment");
    assertThat(block.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("sandbox");
    Cid leaf = work.blocks().leaf(1);
    assertThat(leaf.matches(block(leaf).body())).isTrue();
    HttpResponse<byte[]> head =
        home.send("HEAD", home.gateway().resolve("/ipfs/" + leaf + "?format=raw"));
    assertThat(head.headers().firstValue("Content-Length")).contains("1048576");
    assertThat(home.get(home.gateway().resolve("/ipfs/" + root)).statusCode()).isEqualTo(406);
    assertThat(block(Cid.of(Cid.Codec.RAW, new byte[] {9})).statusCode()).isEqualTo(404);
    assertThat(home.get(home.gateway().resolve("/v1/status")).statusCode()).isEqualTo(404);
    assertThat(home.get(home.gateway().resolve("/health/ready")).statusCode()).isEqualTo(200);

    TestHome.done(home.client.deleteFile("song.ddrm"));
    assertThat(block(root).statusCode()).isEqualTo(404);
    assertThat(TestHome.refused(home.client.deleteFile("song.ddrm")).code())
        .isEqualTo("no_such_work");
  }

  @Test
  void takesNoFileThatIsNotSound() throws IOException {
    Path file = TestWorks.noise(100_000, 2, directory.resolve("in.ddrm")).file();
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 100] ^= 1;
    Path damaged = Files.write(directory.resolve("damaged"), bytes);
    assertThat(TestHome.refused(home.client.putFile("a.ddrm", damaged)).code())
        .isEqualTo("content_damaged");
    Path other = Files.writeString(directory.resolve("other"), "hello");
    assertThat(TestHome.refused(home.client.putFile("a.ddrm", other)).code()).isEqualTo("not_ddrm");
    assertThat(TestHome.refused(home.client.putFile("../a.ddrm", file)).code())
        .isEqualTo("bad_name");
    assertThat(TestHome.refused(home.client.putFile("a.ddrm.side", file)).code())
        .isEqualTo("bad_name");
    assertThat(TestHome.done(home.client.files())).isEmpty();
    try (var left = Files.list(directory.resolve("home/incoming"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void isTheSameHomeAfterARestart(DatabaseAccess database) throws IOException {
    Path file = TestWorks.noise(100_000, 3, directory.resolve("in.ddrm")).file();
    ShelvedWork stored = TestHome.done(home.client.putFile("kept.ddrm", file));
    Bytes device = TestHome.done(home.client.device());
    String token = home.token;
    home.close();

    home = TestHome.start(new TestHome.Place(directory, database));

    assertThat(home.token).isEqualTo(token);
    assertThat(TestHome.done(home.client.device())).isEqualTo(device);
    assertThat(TestHome.done(home.client.files())).containsExactly(stored);
    assertThat(block(Cid.parse(stored.cid()).orElseThrow()).statusCode()).isEqualTo(200);
    TestHome.done(home.client.deleteFile("kept.ddrm"));
  }

  @Test
  void leavesNothingOpenWhereItCannotStart(@TempDir Path elsewhere, DatabaseAccess database) {
    int taken = home.service.ownerAddress().getPort();
    TestHome.Place second = new TestHome.Place(elsewhere, database);
    assertThatThrownBy(() -> TestHome.startOn(second, taken))
        .hasRootCauseInstanceOf(BindException.class);
    TestHome.startOn(second, 0).close();
  }

  @Test
  void saysWhatIsWrongWithARequest() {
    assertThat(TestHome.refused(home.client.fetch("no-cid", List.of(), Optional.empty())).code())
        .isEqualTo("bad_request");
    HttpResponse<byte[]> answer =
        home.get(
            home.service.ownerAddress().resolve("/v1/jobs/xyz"),
            "Authorization",
            "Bearer " + home.token);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("bad_request");
  }

  private HttpResponse<byte[]> block(Cid cid) {
    return home.get(home.gateway().resolve("/ipfs/" + cid + "?format=raw"));
  }

  private String bearer() {
    return "Authorization: Bearer " + home.token;
  }
}
