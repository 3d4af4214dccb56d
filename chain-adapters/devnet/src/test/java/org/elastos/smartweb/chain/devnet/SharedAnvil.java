// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// One development chain for all tests of a JVM, ended with it. Tests may only add to it.
public final class SharedAnvil {
  private SharedAnvil() {}

  /// The chain, started at the first call.
  public static Anvil get() {
    return Holder.ANVIL;
  }

  /// A loopback port that was free a moment ago.
  public static int freePort() {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Holder {
    private static final Anvil ANVIL = start();

    private static Anvil start() {
      try {
        Path directory = Files.createTempDirectory("smartweb-anvil");
        Anvil anvil =
            Anvil.start(
                AnvilSettings.of(AnvilBinary.find(), directory, freePort()), ChildLauncher.plain());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(anvil, directory)));
        return anvil;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void end(Anvil anvil, Path directory) {
      anvil.close();
      try (Stream<Path> files = Files.walk(directory)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
