// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.content.UnixFsBuilder;
import org.elastos.smartweb.content.UnixFsFile;
import org.elastos.smartweb.content.UnixFsProfile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `smartweb cid FILE`: the CID that any IPFS tool gives the file.
@Command(
    name = "cid",
    description = "Computes the CID of a file, under one of three profiles.",
    mixinStandardHelpOptions = true)
final class CidCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  @Option(
      names = "--profile",
      description =
          "unixfs-v1-2025, kubo-cid-version-1 or unixfs-v0-2015 (default: ${DEFAULT-VALUE})")
  private String profile = "unixfs-v1-2025";

  @Override
  public Integer call() throws IOException {
    List<String> known = Arrays.stream(UnixFsProfile.values()).map(UnixFsProfile::code).toList();
    UnixFsProfile chosen =
        UnixFsProfile.named(profile)
            .orElseThrow(() ->
                new CommandFailure(
                    "unknown_profile", "there is no profile " + profile, "use one of " + known));
    if (!Files.isRegularFile(file)) {
      throw new CommandFailure("no_such_file", "there is no file " + file, "check the path");
    }
    UnixFsFile dag = UnixFsBuilder.of(file, chosen);
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("cid", dag.root().toString());
    object.put("profile", chosen.code());
    object.put("bytes", dag.length());
    common.output().result(object, dag.root().toString());
    return 0;
  }
}
