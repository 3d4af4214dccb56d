// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home;

import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.SealedFile;
import org.elastos.smartweb.home.capsule.CapsuleShelf;
import org.elastos.smartweb.home.content.Amendments;
import org.elastos.smartweb.home.content.Library;
import org.elastos.smartweb.home.content.ServedBlocks;
import org.elastos.smartweb.home.fetch.AmendmentFetch;
import org.elastos.smartweb.home.fetch.FetchJobs;
import org.elastos.smartweb.home.fetch.ProviderRule;
import org.elastos.smartweb.home.http.HomeStatus;
import org.elastos.smartweb.home.http.OwnerRoutes;
import org.elastos.smartweb.home.license.Delegations;
import org.elastos.smartweb.home.license.DeviceKey;
import org.elastos.smartweb.home.license.LicenseNetwork;
import org.elastos.smartweb.home.license.Licensing;
import org.elastos.smartweb.home.play.PlayerSessions;
import org.elastos.smartweb.home.tree.UserTree;
import org.elastos.smartweb.platform.db.Db;
import org.elastos.smartweb.platform.state.PrivateDirectory;
import org.elastos.smartweb.platform.state.SecretFile;
import org.elastos.smartweb.sandbox.CapsuleLoader;
import org.elastos.smartweb.sandbox.Host;
import org.elastos.smartweb.sandbox.audit.AuditLog;
import org.elastos.smartweb.sandbox.cache.CompileCache;

/// The home's use cases, wired by hand, and the order in which they end.
record HomeParts(
    DeviceKey device,
    SecretBytes cacheKey,
    ServedBlocks blocks,
    Library library,
    Amendments amendments,
    AmendmentFetch refresh,
    FetchJobs jobs,
    CapsuleShelf capsules,
    Delegations delegations,
    Licensing licensing,
    PlayerSessions players,
    Supplier<UUID> ids)
    implements AutoCloseable {

  static HomeParts open(HomeConfig config, HomeService.Ports ports, Db db, HttpClient http) {
    InstantSource clock = ports.clock();
    SecureRandom random = ports.random();
    Supplier<UUID> ids = () -> randomId(random);
    DeviceKey device = deviceKey(config, random);
    SecretBytes cacheKey = device.derive("smartweb/v1/home-compile-cache");
    Path directory = config.directory();
    ServedBlocks blocks = new ServedBlocks();
    UserTree tree = new UserTree(directory, config.owner());
    Library library = new Library(new Library.Parts(tree, db, config.owner(), blocks), clock);
    CapsuleLoader loader =
        new CapsuleLoader(new Host(clock, random, new AuditLog(), ports.witness()));
    CompileCache cache = new CompileCache(directory.resolve("compiled"), cacheKey);
    CapsuleShelf capsules =
        new CapsuleShelf(
            new CapsuleShelf.Parts(directory.resolve("capsules"), loader, cache, db), clock);
    LicenseNetwork network = new LicenseNetwork(http);
    Delegations delegations =
        new Delegations(
            db, device, config.committees(), new Delegations.Sources(clock, random, network));
    Licensing licensing =
        new Licensing(
            new Licensing.Parts(
                config.committees(), ports.chains(), network, delegations, device, clock, random));
    PlayerSessions players =
        new PlayerSessions(new PlayerSessions.Parts(library, capsules, licensing, clock, ids));
    ProviderRule rule = ProviderRule.of(config.privateProviders());
    Amendments amendments = new Amendments(library);
    AmendmentFetch refresh = new AmendmentFetch(amendments, http, rule);
    FetchJobs jobs = new FetchJobs(new FetchJobs.Parts(db, library, http, rule, clock, ids));
    return new HomeParts(
        device,
        cacheKey,
        blocks,
        library,
        amendments,
        refresh,
        jobs,
        capsules,
        delegations,
        licensing,
        players,
        ids);
  }

  /// Serves what lies on the shelf and takes up what was being fetched.
  void begin() {
    library.openAll();
    jobs.resume();
  }

  OwnerRoutes.UseCases useCases(HomeConfig config) {
    HomeStatus status =
        new HomeStatus(
            config.owner(),
            device.publicKey(),
            config.committees(),
            library::size,
            players::running);
    return new OwnerRoutes.UseCases(
        library, amendments, refresh, jobs, delegations, capsules, players, status);
  }

  /// Ends the sessions first, so that their keys are wiped whatever else fails.
  @Override
  public void close() {
    players.close();
    licensing.close();
    jobs.close();
    cacheKey.close();
    device.close();
  }

  private static DeviceKey deviceKey(HomeConfig config, SecureRandom random) {
    Path keys = PrivateDirectory.create(config.directory().resolve("keys"));
    byte[] password = SecretFile.read(config.keyPassword()).getBytes(StandardCharsets.UTF_8);
    try (SecretBytes secret = SecretBytes.take(password)) {
      return DeviceKey.loadOrCreate(
          keys.resolve("device.key"), secret, new SealedFile.Sealing(config.sealing(), random));
    }
  }

  private static UUID randomId(SecureRandom random) {
    // Version 4, variant 2 (RFC 9562).
    long high = (random.nextLong() & ~0xF000L) | 0x4000L;
    long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
