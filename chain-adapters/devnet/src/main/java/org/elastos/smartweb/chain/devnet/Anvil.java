// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A running EVM development chain: one block a second, Shanghai rules, two blocks to finality, its
/// state on disk every second. It guards nothing: every account is open to whoever reaches the
/// loopback port. Thread-safe.
///
/// Historical states are not written to the state file: they grow by half a megabyte a block once a
/// few contracts exist, and anvil rewrites the whole file every second. After a restart the states
/// below the tip are therefore gone, and {@link #start} returns only when the final block lies at
/// or above the restored tip, so that a reader at the final block never meets the gap.
public final class Anvil implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Anvil.class);
  private static final Duration POLL = Duration.ofMillis(50);
  private static final Duration KEEP_EVERY = Duration.ofSeconds(1);

  /// The chain id of the development chain.
  public static final ChainId CHAIN = new ChainId(31337);

  private final AnvilSettings settings;
  private final StateFile state;
  private final Process process;
  private final AnvilRpc rpc;
  private final Thread keeper;

  private Anvil(AnvilSettings settings, StateFile state, Process process) {
    this.settings = settings;
    this.state = state;
    this.process = process;
    this.rpc = new AnvilRpc(urlOf(settings));
    this.keeper = Thread.ofVirtual().name("anvil-state").unstarted(this::keepGoodCopies);
  }

  /// Starts the chain, or goes on with the one in the directory, and waits until it is ready.
  ///
  /// @throws DevnetException when it cannot start, with the place of its log
  public static Anvil start(AnvilSettings settings, ChildLauncher launcher) {
    try {
      if (!Files.isExecutable(settings.binary())) {
        throw new DevnetException(
            "the anvil program is missing; install the contracts project's npm packages",
            Map.of("binary", settings.binary().toString()));
      }
      Files.createDirectories(settings.directory());
      requireFree(settings.port());
      StateFile state = new StateFile(settings.stateFile());
      boolean continued = state.restore();
      Process process = launcher.launch("anvil", command(settings));
      Anvil anvil = new Anvil(settings, state, process);
      anvil.awaitReady(continued);
      anvil.keeper.start();
      LOG.atInfo()
          .addKeyValue("url", anvil.url())
          .addKeyValue("pid", process.pid())
          .addKeyValue("continued", continued)
          .log("development chain started: a development tool, unguarded");
      return anvil;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Where it answers JSON-RPC.
  public URI url() {
    return urlOf(settings);
  }

  /// The child process.
  public ProcessHandle process() {
    return process.toHandle();
  }

  /// The rich accounts of anvil's public mnemonic; everybody knows their keys.
  public static List<EvmAddress> accounts() {
    return DevAccounts.ADDRESSES;
  }

  /// Sends `wei` from the first rich account to each of these and waits until all payments stand in
  /// blocks. One caller at a time: they share that account's nonces.
  public void fund(List<EvmAddress> accounts, BigInteger wei) {
    try {
      List<String> hashes = new ArrayList<>();
      for (EvmAddress account : accounts) {
        hashes.add(
            rpc.text(
                "eth_sendTransaction",
                "[{\"from\":\"%s\",\"to\":\"%s\",\"value\":\"0x%s\"}]"
                    .formatted(DevAccounts.ADDRESSES.getFirst(), account, wei.toString(16))));
      }
      for (String hash : hashes) {
        await("a payment of the development chain was not included", () -> rpc.included(hash));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Ends the process in order: it writes its state first. Safe to call twice.
  @Override
  public void close() {
    keeper.interrupt();
    rpc.close();
    process.destroy();
    try {
      if (!process.waitFor(settings.patience().toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        LOG.atWarn().addKeyValue("pid", process.pid()).log("development chain killed");
      }
      keeper.join(settings.patience());
      state.keep();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static URI urlOf(AnvilSettings settings) {
    return URI.create("http://127.0.0.1:" + settings.port());
  }

  private static ProcessBuilder command(AnvilSettings settings) {
    return new ProcessBuilder(
            settings.binary().toString(),
            "--hardfork",
            "shanghai",
            "--block-time",
            "1",
            "--slots-in-an-epoch",
            "1",
            "--state",
            settings.stateFile().toString(),
            "--state-interval",
            "1",
            "--host",
            "127.0.0.1",
            "--port",
            Integer.toString(settings.port()),
            "--chain-id",
            CHAIN.toString(),
            "--quiet")
        .directory(settings.directory().toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(settings.log().toFile()));
  }

  private static void requireFree(int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new DevnetException(
          "the development chain's port is taken", Map.of("port", Integer.toString(port)), e);
    }
  }

  private void awaitReady(boolean continued) throws IOException {
    try {
      await("the development chain did not start", () -> rpc.answers(CHAIN.value()));
      if (continued) {
        long tip = rpc.height("latest");
        await("the development chain makes no blocks", () -> rpc.height("finalized") >= tip);
      }
    } catch (DevnetException | IOException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private void await(String failure, Check check) throws IOException {
    long deadline = System.nanoTime() + settings.patience().toNanos();
    while (!check.passes()) {
      if (System.nanoTime() > deadline || exitsWithin(POLL)) {
        throw new DevnetException(failure, Map.of("log", settings.log().toString()));
      }
    }
  }

  private boolean exitsWithin(Duration pause) {
    try {
      return process.waitFor(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /// Copies at most once a second and never more than a twentieth of the time.
  private void keepGoodCopies() {
    Duration pause = KEEP_EVERY;
    while (!Thread.currentThread().isInterrupted() && !exitsWithin(pause)) {
      long start = System.nanoTime();
      try {
        state.keep();
      } catch (UncheckedIOException e) {
        LOG.atWarn().setCause(e).log("development chain state not copied");
      }
      Duration took = Duration.ofNanos(System.nanoTime() - start).multipliedBy(20);
      pause = took.compareTo(KEEP_EVERY) > 0 ? took : KEEP_EVERY;
    }
  }

  @FunctionalInterface
  private interface Check {
    boolean passes() throws IOException;
  }
}
