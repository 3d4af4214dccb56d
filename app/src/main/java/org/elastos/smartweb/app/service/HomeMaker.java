// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.service;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.elastos.smartweb.app.config.Setting;
import org.elastos.smartweb.app.config.Settings;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.home.HomeConfig;
import org.elastos.smartweb.home.HomeService;
import org.elastos.smartweb.platform.Service;
import org.elastos.smartweb.sandbox.GuestWitness;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Wires a home from its settings.
public final class HomeMaker {
  private static final Logger LOG = LoggerFactory.getLogger(HomeMaker.class);
  private static final long PIN_PATIENCE_SECONDS = 120;

  private HomeMaker() {}

  /// A home that is not started. Waits for the committee file, which a new committee's key
  /// generation may still have to write.
  public static Service make(ServiceProcess.Ground ground) {
    return make(ground, GuestWitness.NONE);
  }

  /// A home whose guests' memory is shown to a witness.
  public static Service make(ServiceProcess.Ground ground, GuestWitness witness) {
    Settings settings = ground.settings();
    ChainAccess chain = ChainAccess.of(ground);
    HomeService.Ports ports =
        new HomeService.Ports(
            ground.vertx(),
            ground.clock(),
            ground.random(),
            id -> id.equals(chain.chain().id()) ? Optional.of(chain.chain()) : Optional.empty(),
            witness);
    return new Owned(new HomeService(config(settings), ports), chain);
  }

  private static HomeConfig config(Settings settings) {
    return new HomeConfig(
        settings.required(Setting.OWNER),
        Path.of(settings.required(Setting.HOME_DIR)),
        Path.of(settings.required(Setting.KEY_PASSWORD_FILE)),
        ServiceProcess.sealing(settings),
        ServiceProcess.database(settings),
        new HomeConfig.Listen(
            Math.toIntExact(settings.number(Setting.HTTP_PORT)),
            Math.toIntExact(settings.number(Setting.GATEWAY_PORT)),
            Set.of()),
        List.of(awaited(Path.of(settings.required(Setting.COMMITTEE_FILE))).pin()),
        settings.flag(Setting.PRIVATE_PROVIDERS));
  }

  private static CommitteeFile awaited(Path file) {
    long deadline = System.nanoTime() + PIN_PATIENCE_SECONDS * 1_000_000_000L;
    if (!Files.exists(file)) {
      LOG.atInfo().addKeyValue("file", file).log("waiting for the committee file");
    }
    while (!Files.exists(file)) {
      if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
        throw new CommandFailure(
            "committee_file_missing",
            "the committee file is not there: " + file,
            "finish the committee's key generation, or correct " + Setting.COMMITTEE_FILE.key());
      }
      LockSupport.parkNanos(50_000_000);
    }
    return CommitteeFile.read(file);
  }
}
