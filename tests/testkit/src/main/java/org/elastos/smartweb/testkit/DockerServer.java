// SPDX-License-Identifier: MIT
package org.elastos.smartweb.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.elastos.smartweb.platform.db.DatabaseAccess;
import org.elastos.smartweb.platform.postgres.Provisioning;
import org.elastos.smartweb.platform.state.PrivateDirectory;
import org.elastos.smartweb.platform.state.SecretFile;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/// The same server from a container image.
final class DockerServer implements TestServer {
  private static final String IMAGE = "postgres:18";

  private final PostgreSQLContainer container = new PostgreSQLContainer(IMAGE);
  private final Path secrets;
  private final Provisioning provisioning;

  DockerServer() {
    try {
      secrets = Files.createTempDirectory("smartweb-test-secrets");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    container.withDatabaseName("postgres").start();
    Path password = secrets.resolve("admin.password");
    SecretFile.write(password, container.getPassword());
    String server =
        "jdbc:postgresql://" + container.getHost() + ":" + container.getMappedPort(5432);
    provisioning =
        Provisioning.prepare(
            new DatabaseAccess(server + "/postgres", container.getUsername(), password),
            server + "/smartweb",
            secrets,
            new SecureRandom());
  }

  static boolean isAvailable() {
    return DockerClientFactory.instance().isDockerAvailable();
  }

  @Override
  public Provisioning provisioning() {
    return provisioning;
  }

  @Override
  public void close() {
    container.stop();
    PrivateDirectory.delete(secrets);
  }
}
