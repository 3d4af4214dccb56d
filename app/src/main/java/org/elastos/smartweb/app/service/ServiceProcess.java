// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.service;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.elastos.smartweb.app.config.Setting;
import org.elastos.smartweb.app.config.Settings;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.SealedFile;
import org.elastos.smartweb.platform.Service;
import org.elastos.smartweb.platform.db.DatabaseAccess;
import org.elastos.smartweb.platform.log.LogFormat;
import org.elastos.smartweb.platform.log.Logging;
import org.elastos.smartweb.platform.metrics.Metrics;
import org.elastos.smartweb.platform.metrics.MetricsEdge;
import org.elastos.smartweb.platform.process.ParentWatch;
import org.elastos.smartweb.platform.state.SecretFile;

/// What every service process does around its service: settings, logs, start, and an orderly end on
/// a signal or when the process that started it is gone.
public final class ServiceProcess {
  private static final long START_SECONDS = 60;
  private static final long STOP_SECONDS = 20;

  private ServiceProcess() {}

  /// What a service is made from.
  ///
  /// @param metrics what it counts
  public record Ground(
      Settings settings, Vertx vertx, InstantSource clock, SecureRandom random, Metrics metrics) {}

  /// Makes a service of its ground.
  public interface Maker {
    /// The service, not started.
    Service make(Ground ground) throws Exception;
  }

  /// The settings of a service: a file, and the environment over it.
  public static Settings settings(Path file) {
    try {
      return Settings.of(Map.of(), System.getenv(), Optional.of(Files.readString(file)));
    } catch (IOException e) {
      throw new CommandFailure(
          "config_file_unreadable", "cannot read " + file, "check the path given with --config");
    }
  }

  /// Runs the service until the process is told to end. Returns after an orderly end.
  ///
  /// @param child whether to end when the process that holds the other end of our input is gone
  public static void run(Settings settings, boolean child, Maker maker) throws Exception {
    Logging.configure(
        LogFormat.valueOf(settings.get(Setting.LOG_FORMAT).toUpperCase(Locale.ROOT)),
        "INFO",
        System.err);
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    Ground ground =
        new Ground(settings, vertx, InstantSource.system(), new SecureRandom(), new Metrics());
    Service service = shown(ground, maker.make(ground));
    service.start().await(START_SECONDS, TimeUnit.SECONDS);
    CountDownLatch told = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              told.countDown();
              awaitQuietly(ended);
            }));
    if (child) {
      ParentWatch.onParentExit(System.in, told::countDown);
    }
    told.await();
    try {
      service.close().await(STOP_SECONDS, TimeUnit.SECONDS);
      vertx.close().await(STOP_SECONDS, TimeUnit.SECONDS);
    } finally {
      ended.countDown();
    }
  }

  /// The service and, where the settings give a port for it, what it counts.
  static Service shown(Ground ground, Service service) {
    int port = Math.toIntExact(ground.settings().number(Setting.METRICS_PORT));
    return port < 0
        ? service
        : new Shown(
            service, new MetricsEdge(ground.vertx(), port, ground.metrics(), ground.random()));
  }

  private record Shown(Service service, MetricsEdge metrics) implements Service {
    @Override
    public Future<Void> start() {
      return service.start().compose(_ -> metrics.start());
    }

    @Override
    public Future<Void> close() {
      return service.close().eventually(metrics::close);
    }
  }

  /// The database that the settings name.
  public static DatabaseAccess database(Settings settings) {
    return new DatabaseAccess(
        settings.required(Setting.DATABASE_URL),
        settings.required(Setting.DATABASE_ROLE),
        Path.of(settings.required(Setting.DATABASE_PASSWORD_FILE)));
  }

  /// The password in a file that a setting names; the caller closes it.
  public static SecretBytes password(Settings settings, Setting file) {
    return SecretBytes.take(
        SecretFile.read(Path.of(settings.required(file))).getBytes(StandardCharsets.UTF_8));
  }

  /// What guessing the password of the sealed keys costs.
  public static SealedFile.Cost sealing(Settings settings) {
    String chosen = settings.get(Setting.KEY_SEALING);
    return switch (chosen) {
      case "standard" -> SealedFile.Cost.STANDARD;
      case "light" -> SealedFile.Cost.LIGHT;
      default ->
          throw new CommandFailure(
              "bad_setting",
              Setting.KEY_SEALING.key() + " is neither standard nor light: " + chosen,
              "correct it (" + settings.origin(Setting.KEY_SEALING).from() + ")");
    };
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      boolean inTime = latch.await(2 * STOP_SECONDS, TimeUnit.SECONDS);
      if (!inTime) {
        System.err.println("smartweb: the service did not end in order");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
