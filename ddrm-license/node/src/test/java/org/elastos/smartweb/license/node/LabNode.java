// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.chain.devnet.SharedAnvil;
import org.elastos.smartweb.crypto.Ed25519;
import org.elastos.smartweb.crypto.SealedFile;
import org.elastos.smartweb.license.ShareHolder;
import org.elastos.smartweb.migrations.Migrations;
import org.elastos.smartweb.platform.db.DatabaseAccess;
import org.elastos.smartweb.platform.db.Db;
import org.elastos.smartweb.platform.db.DbOptions;
import org.elastos.smartweb.testkit.HangGuard;

/// One node of the lab on its own schema, key folder and port. Nothing durable is written when it
/// is stopped, so a stop leaves behind what a crash would.
final class LabNode implements AutoCloseable {
  private static final OperationConfig OPERATION =
      new OperationConfig(Duration.ofSeconds(2), Duration.ofDays(90));

  private final NodeLab lab;
  private final Vertx vertx;
  private final int index;
  private final UnaryOperator<ShareHolder> wrap;
  private final Db db;
  private final Path keys;
  private final SecretBytes password = NodeLab.password();
  private final int port = SharedAnvil.freePort();
  private Optional<LicenseNode> running = Optional.empty();

  LabNode(NodeLab lab, Vertx vertx, int index, UnaryOperator<ShareHolder> wrap) {
    this.lab = lab;
    this.vertx = vertx;
    this.index = index;
    this.wrap = wrap;
    DatabaseAccess access = lab.database.another("n" + index);
    Migrations.migrate(access, "node");
    Migrations.migrate(access, "evm_outbox");
    this.db = Db.open(access, DbOptions.DEFAULT.withConnections(2));
    try {
      this.keys = Files.createDirectory(lab.folder.resolve("node-" + index));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void start() {
    LicenseNodeConfig config =
        new LicenseNodeConfig(
            port, "", lab.committee, keys, password, SealedFile.Cost.LIGHT, OPERATION);
    LicenseNode.Parts parts =
        new LicenseNode.Parts(
            lab.chain,
            lab.sender(lab.operators.get(index - 1), db),
            db,
            wrap,
            InstantSource.system(),
            lab.random);
    LicenseNode node = new LicenseNode(vertx, config, parts);
    HangGuard.await(node.start(), Duration.ofSeconds(30));
    running = Optional.of(node);
  }

  void stop() {
    running.ifPresent(node -> HangGuard.await(node.close(), Duration.ofSeconds(30)));
    running = Optional.empty();
  }

  URI at(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  boolean isReady(HttpClient http) {
    HttpRequest ask =
        HttpRequest.newBuilder(at("/health/ready")).timeout(Duration.ofSeconds(5)).build();
    try {
      return http.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Lets the operator say something in his public log, with the node's own identity; its key.
  Bytes say(DenialLog.Word word) {
    KeyVault vault =
        new KeyVault(keys, password, new SealedFile.Sealing(SealedFile.Cost.STANDARD, lab.random));
    try (KeyVault.NodeKeys own = vault.keys()) {
      new DenialLog(db, InstantSource.system()).say(word, own.identity());
      return Ed25519.publicKey(own.identity());
    }
  }

  /// The body of an answer with status 200; empty for any other.
  Optional<String> get(HttpClient http, String path) {
    HttpRequest ask = HttpRequest.newBuilder(at(path)).timeout(Duration.ofSeconds(5)).build();
    try {
      HttpResponse<String> answer = http.send(ask, HttpResponse.BodyHandlers.ofString());
      return Optional.of(answer).filter(got -> got.statusCode() == 200).map(HttpResponse::body);
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  long anchors() {
    return db.inTransaction(sql ->
        sql.query("select number from audit_anchor where on_chain", row -> row.bigint("number"))
            .size());
  }

  /// Forgets its newest anchor, as an older database would not know it; how many records it had.
  long forgetItsNewestAnchor() {
    return db.inTransaction(sql -> {
      long had = sql.query("select position from audit", row -> row.bigint("position")).size();
      sql.update("delete from audit_anchor where number = (select max(number) from audit_anchor)");
      return had;
    });
  }

  /// Where its audit goes on after it found itself restored; 0 if it did not.
  long restoredFrom() {
    return db.inTransaction(sql ->
            sql.queryOne(
                "select audit_from from restored order by audit_from desc limit 1",
                row -> row.bigint("audit_from")))
        .orElse(0L);
  }

  DenialLog denials() {
    return new DenialLog(db, InstantSource.system());
  }

  int auditRecords() {
    return db.inTransaction(
        sql -> sql.query("select position from audit", row -> row.bigint("position")).size());
  }

  @Override
  public void close() {
    stop();
    db.close();
    password.close();
  }
}
