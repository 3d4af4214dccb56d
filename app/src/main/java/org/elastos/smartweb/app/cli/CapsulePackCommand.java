// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.app.trade.DeveloperKey;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.Ed25519;
import org.elastos.smartweb.sandbox.bundle.Bundle;
import org.elastos.smartweb.sandbox.bundle.BundleParse;
import org.elastos.smartweb.sandbox.bundle.CapsuleLimits;
import org.elastos.smartweb.sandbox.bundle.Manifest;
import org.elastos.smartweb.sandbox.bundle.Role;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `smartweb capsule pack`: makes an unsigned bundle of modules.
@Command(
    name = "pack",
    description = "Packs WebAssembly modules into a capsule; sign it afterwards.",
    mixinStandardHelpOptions = true)
final class CapsulePackCommand implements Callable<Integer> {
  private static final CapsuleLimits LIMITS =
      new CapsuleLimits(1_024, 64, 3_600_000, 43_200_000, 100_000_000);

  @Mixin private CommonOptions common = new CommonOptions();

  @Option(names = "--name", required = true, description = "the app's lasting name")
  private String name = "";

  @Option(names = "--release", description = "rises with each (default: ${DEFAULT-VALUE})")
  private long release = 1;

  @Option(names = "--app-version", description = "for people (default: ${DEFAULT-VALUE})")
  private String version = "0.1.0";

  @Option(names = "--main", required = true, paramLabel = "FILE", description = "the capsule")
  private Path main = Path.of("");

  @Option(
      names = "--loader",
      required = true,
      paramLabel = "FILE",
      description = "the module that checks the others first")
  private Path loader = Path.of("");

  @Option(names = "--part", paramLabel = "FILE", description = "a further module; repeat it")
  private List<Path> parts = new ArrayList<>();

  @Option(names = "--request", paramLabel = "KIND", description = "a kind of handle or call:NAME")
  private List<String> requests = new ArrayList<>();

  @Option(names = "--renders", paramLabel = "TYPE", description = "a media type; repeat it")
  private List<String> renders = new ArrayList<>();

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description = "the developer's Ed25519 seed, whose public key is the app's first")
  private Path key = Path.of("");

  @Option(names = "--new-key", description = "make the key file if it is not there")
  private boolean newKey;

  @Option(names = "--prev", paramLabel = "RELEASE-ID", description = "the release before")
  private @Nullable String prev;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "the capsule")
  private Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    LinkedHashMap<String, Bytes> files = new LinkedHashMap<>();
    add(files, main);
    add(files, loader);
    for (Path part : parts) {
      add(files, part);
    }
    Bundle bundle =
        Bundle.pack(
            manifest(developer()), files, Map.of(path(main), Role.MAIN, path(loader), Role.LOADER));
    byte[] bytes = bundle.encode();
    if (Bundle.parse(bytes) instanceof BundleParse.Malformed(String detail)) {
      throw new CommandFailure(
          "bundle_malformed", "this makes no capsule: " + detail, "correct the options");
    }
    Files.write(out, bytes);
    Map<String, Object> facts = CapsuleReport.of(bundle);
    common.output().result(facts, Workspaces.lines(facts));
    return 0;
  }

  private Manifest manifest(Bytes developer) {
    return new Manifest(
        developer,
        name,
        release,
        version,
        List.of(),
        path(main),
        path(loader),
        requests,
        LIMITS,
        renders,
        List.of(developer),
        Optional.ofNullable(prev).map(id -> Workspaces.hash("bad_release", "a release id", id)));
  }

  private Bytes developer() {
    try (SecretBytes seed =
        newKey ? DeveloperKey.readOrCreate(key, new SecureRandom()) : DeveloperKey.read(key)) {
      return Ed25519.publicKey(seed);
    }
  }

  private static void add(Map<String, Bytes> files, Path file) throws IOException {
    if (files.put(path(file), Bytes.of(CapsuleCommand.read(file))) != null) {
      throw new CommandFailure(
          "repeated_module", "two modules have one name: " + path(file), "rename one of them");
    }
  }

  private static String path(Path file) {
    return String.valueOf(file.getFileName());
  }
}
