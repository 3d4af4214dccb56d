// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.platform.process.ProcessIdentity;
import org.jspecify.annotations.Nullable;

/// A running stack as the other commands find it: addresses only, no secrets.
///
/// @param process identity of the process that holds the stack: a pid alone may be used again
/// @param chainRpc where the development chain answers
/// @param mainchainRpc where the ELA development node answers, if it runs
/// @param nodes addresses of the licence nodes, in the order of their indices
/// @param homes by owner
/// @param walletDatabase how the commands reach their own schema
public record StackRecord(
    String process,
    String chainRpc,
    long chainId,
    Contracts contracts,
    String groupKey,
    List<String> nodes,
    String market,
    @Nullable String mainchainRpc,
    Map<String, HomeAddress> homes,
    Database walletDatabase) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /// The contracts' addresses.
  public record Contracts(String usd, String factory, String committee) {}

  /// Where a home answers its owner, where it serves blocks, and the file with the owner's token.
  public record HomeAddress(String owner, String gateway, String tokenFile) {}

  /// A JDBC address, a role and the file with its password.
  public record Database(String url, String role, String passwordFile) {}

  /// Writes it whole or not at all.
  void write(Path file) {
    try {
      Path draft = file.resolveSibling(file.getFileName() + ".new");
      Files.write(draft, JSON.writeValueAsBytes(this));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the stack's addresses", e);
    }
  }

  /// Finds the running stack.
  ///
  /// @throws CommandFailure `not_running` when there is none
  public static StackRecord find(StatePaths paths) {
    try {
      if (Files.exists(paths.stackFile())) {
        StackRecord record =
            JSON.readValue(Files.readAllBytes(paths.stackFile()), StackRecord.class);
        if (ProcessIdentity.parse(record.process).flatMap(ProcessIdentity::find).isPresent()) {
          return record;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the stack's addresses", e);
    }
    throw new CommandFailure(
        "not_running",
        "nothing runs on the state directory " + paths.root(),
        "start it with ./smartweb up, or name another with --state-dir");
  }
}
