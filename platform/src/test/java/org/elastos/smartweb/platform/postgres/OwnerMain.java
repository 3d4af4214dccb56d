// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// A JVM of its own that owns a server, writes one row and then waits to be killed.
final class OwnerMain {
  private OwnerMain() {}

  public static void main(String[] arguments) throws InterruptedException {
    PostgresOptions options =
        PostgresOptions.in(Path.of(arguments[0]), Path.of(arguments[1]), new SecureRandom())
            .withoutDurability();
    PostgresServer server = PostgresServer.start(options);
    PostgresServerIT.write(server, "by the killed JVM");
    System.out.println("ready");
    new CountDownLatch(1).await();
  }

  /// Returns when the row is committed.
  static Process launch(Path directory, Path cache) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "-XX:+UseSerialGC",
            OwnerMain.class.getName(),
            directory.toString(),
            cache.toString());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.equals("ready")) {
        return process;
      }
    }
    throw new IOException("the owner process ended with " + process.exitValue());
  }
}
