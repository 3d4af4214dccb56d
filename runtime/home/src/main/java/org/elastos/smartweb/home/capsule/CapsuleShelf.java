// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.capsule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.ddrm.AppId;
import org.elastos.smartweb.home.outcome.HomeException;
import org.elastos.smartweb.home.outcome.Outcome;
import org.elastos.smartweb.home.outcome.Refusal;
import org.elastos.smartweb.platform.db.Db;
import org.elastos.smartweb.platform.state.PrivateDirectory;
import org.elastos.smartweb.sandbox.Capsule;
import org.elastos.smartweb.sandbox.CapsuleLoader;
import org.elastos.smartweb.sandbox.LoadOutcome;
import org.elastos.smartweb.sandbox.LoadPolicy;
import org.elastos.smartweb.sandbox.cache.CompileCache;

/// The installed capsules: bundles in a directory, named by release id, and what is remembered of
/// them. What lies on the disk is never trusted: each load runs every stage again. Thread-safe;
/// blocks, and compiles for seconds the first time.
public final class CapsuleShelf {
  private final Path directory;
  private final CapsuleLoader loader;
  private final CapsuleStore store;
  private final LoadPolicy policy;
  private final InstantSource clock;

  /// What the shelf stands on.
  ///
  /// @param directory of the bundles
  /// @param cache for compiled modules
  public record Parts(Path directory, CapsuleLoader loader, CompileCache cache, Db db) {}

  /// A shelf that lies there.
  public CapsuleShelf(Parts parts, InstantSource clock) {
    this.directory = PrivateDirectory.create(parts.directory());
    this.loader = parts.loader();
    this.store = new CapsuleStore(parts.db());
    this.policy = LoadPolicy.standard().with(store).with(parts.cache());
    this.clock = clock;
  }

  /// Verifies a bundle through every stage and keeps it.
  public Outcome<InstalledCapsule> install(byte[] bundle) {
    return load(bundle).map(capsule -> keep(capsule, bundle));
  }

  /// Every installed release.
  public List<InstalledCapsule> installed() {
    return store.all();
  }

  /// Loads the newest installed release among those that a statement allows.
  ///
  /// @param renderers app id to lowest release
  public Outcome<Capsule> loadFor(Map<AppId, Long> renderers) {
    Optional<InstalledCapsule> best =
        store.all().stream()
            .filter(capsule -> allows(renderers, capsule))
            .max(Comparator.comparingLong(InstalledCapsule::release));
    return best.isPresent()
        ? loadFile(best.get().releaseId())
        : new Outcome.Refused<>(
            new Refusal(
                Refusal.Kind.CONFLICT,
                "renderer_not_installed",
                "no installed capsule may show this work; install one that its creator lists",
                Map.of("renderers", renderers.keySet().stream().map(AppId::toString).toList())));
  }

  /// Loads exactly this release, if the statement allows it.
  public Outcome<Capsule> loadOnly(Hash256 releaseId, Map<AppId, Long> renderers) {
    Optional<InstalledCapsule> wanted =
        store.all().stream().filter(capsule -> capsule.releaseId().equals(releaseId)).findFirst();
    if (wanted.isEmpty()) {
      return notInstalled();
    }
    return allows(renderers, wanted.get())
        ? loadFile(releaseId)
        : Outcome.refused(
            Refusal.Kind.FORBIDDEN,
            "renderer_not_allowed",
            "the work's creator does not list this capsule");
  }

  /// Starts an installed capsule without a work, through every check that playing makes, to see
  /// whether it gets ready.
  public Outcome<StartedCapsule> start(Hash256 releaseId) {
    return store.all().stream().anyMatch(capsule -> capsule.releaseId().equals(releaseId))
        ? loadFile(releaseId).then(EmptyStart::of)
        : notInstalled();
  }

  private static <T> Outcome<T> notInstalled() {
    return Outcome.refused(
        Refusal.Kind.NOT_FOUND, "capsule_not_installed", "no such capsule is installed");
  }

  private Outcome<Capsule> loadFile(Hash256 releaseId) {
    byte[] bundle;
    try {
      bundle = Files.readAllBytes(file(releaseId));
    } catch (NoSuchFileException e) {
      return Outcome.refused(
          Refusal.Kind.CONFLICT,
          "capsule_missing",
          "the capsule's bundle is gone; install it again");
    } catch (IOException e) {
      throw new HomeException("a capsule cannot be read", e).with("release", releaseId);
    }
    return load(bundle)
        .then(capsule ->
            capsule.releaseId().equals(releaseId)
                ? new Outcome.Done<>(capsule)
                : Outcome.refused(
                    Refusal.Kind.FORBIDDEN,
                    "capsule_refused",
                    "the bundle on the disk is another release"));
  }

  private Outcome<Capsule> load(byte[] bundle) {
    return switch (loader.load(bundle, policy)) {
      case LoadOutcome.Loaded(Capsule capsule) -> new Outcome.Done<>(capsule);
      case LoadOutcome.Refused refused ->
          new Outcome.Refused<>(
              new Refusal(
                  Refusal.Kind.FORBIDDEN,
                  "capsule_refused",
                  refused.detail(),
                  Map.of(
                      "stage", refused.stage().name().toLowerCase(Locale.ROOT),
                      "reason", refused.code().code())));
    };
  }

  private InstalledCapsule keep(Capsule capsule, byte[] bundle) {
    try {
      Path draft = Files.createTempFile(directory, "new", ".part");
      Files.write(draft, bundle);
      Files.move(
          draft,
          file(capsule.releaseId()),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new HomeException("a capsule cannot be kept", e).with("release", capsule.releaseId());
    }
    store.put(capsule.manifest(), capsule.releaseId(), clock.instant());
    return store.all().stream()
        .filter(known -> known.releaseId().equals(capsule.releaseId()))
        .findFirst()
        .orElseThrow(() -> new HomeException("a release of this number is installed already"));
  }

  private Path file(Hash256 releaseId) {
    return directory.resolve(releaseId.hex() + ".capsule");
  }

  private static boolean allows(Map<AppId, Long> renderers, InstalledCapsule capsule) {
    Long lowest = renderers.get(new AppId(capsule.appId()));
    return lowest != null && capsule.release() >= lowest;
  }
}
