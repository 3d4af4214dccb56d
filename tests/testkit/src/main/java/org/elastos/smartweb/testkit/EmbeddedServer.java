// SPDX-License-Identifier: MIT
package org.elastos.smartweb.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.elastos.smartweb.platform.postgres.PostgresOptions;
import org.elastos.smartweb.platform.postgres.PostgresServer;
import org.elastos.smartweb.platform.postgres.Provisioning;
import org.elastos.smartweb.platform.state.PrivateDirectory;

/// Our own server without fsync, in a temporary directory that goes with it.
final class EmbeddedServer implements TestServer {
  private final Path directory;
  private final PostgresServer server;
  private final Thread atExit = new Thread(this::stop, "embedded-server-stop");

  EmbeddedServer() {
    try {
      directory = Files.createTempDirectory("smartweb-test-pg");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Path cache = Path.of(System.getProperty("user.home"), ".cache", "smartweb");
    server =
        PostgresServer.start(
            PostgresOptions.in(directory, cache, new SecureRandom()).withoutDurability());
    // The engine closes us at its end; a test JVM that is ended early does it here.
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  @Override
  public Provisioning provisioning() {
    return server.provisioning();
  }

  @Override
  public void close() {
    stop();
    Runtime.getRuntime().removeShutdownHook(atExit);
  }

  private void stop() {
    server.close();
    PrivateDirectory.delete(directory);
  }
}
