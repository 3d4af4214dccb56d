// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.deploy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.TxHash;
import org.elastos.smartweb.chain.evm.DeploymentPlan;
import org.jspecify.annotations.Nullable;

/// Where a blueprint's contracts stand, as a JSON file that may be published: with it anybody can
/// check the deployment. Holds no secret.
///
/// @param version of this file's form; 1
/// @param contracts by their roles
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeploymentRecord(
    int version,
    String network,
    long chainId,
    Map<String, Contract> contracts,
    @Nullable CommitteeTerms committee) {
  private static final int VERSION = 1;
  private static final int MOST_BYTES = 1 << 20;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /// One contract.
  ///
  /// @param id names its code and arguments
  /// @param transaction what made it; absent when it stood there before
  /// @param block that transaction's, or one at which it stood there
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Contract(String id, String address, @Nullable String transaction, long block) {
    /// Refuses one that lacks what it is known by.
    public Contract {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(address, "address");
    }
  }

  /// Refuses one without a network or contracts, and keeps a copy.
  public DeploymentRecord {
    Objects.requireNonNull(network, "network");
    contracts.values().forEach(one -> Objects.requireNonNull(one, "contract"));
    contracts = Collections.unmodifiableMap(new LinkedHashMap<>(contracts));
  }

  /// The record of a blueprint that was carried out.
  public static DeploymentRecord of(
      String network, Blueprint blueprint, Map<String, Deployer.Placed> placed) {
    Map<String, String> ids = ids(blueprint);
    Map<String, Contract> contracts = new LinkedHashMap<>();
    placed.forEach((name, one) ->
        contracts.put(
            name,
            new Contract(
                ids.getOrDefault(name, ""),
                one.address().toString(),
                one.transaction().map(TxHash::toString).orElse(null),
                one.block())));
    return new DeploymentRecord(
        VERSION, network, blueprint.chain().value(), contracts, blueprint.committee().orElse(null));
  }

  /// Reads a record.
  public static DeploymentRecord read(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
        throw new CommandFailure(
            "not_deployed",
            "there is no deployment file " + file,
            "run smartweb deploy --apply first, or name the file with --deployment");
      }
      DeploymentRecord record = JSON.readValue(Files.readAllBytes(file), DeploymentRecord.class);
      if (record.version != VERSION) {
        throw new CommandFailure(
            "unknown_version",
            "the deployment file has version " + record.version,
            "use a newer smartweb");
      }
      record.addresses();
      return record;
    } catch (IOException | IllegalArgumentException e) {
      throw new CommandFailure(
          "bad_deployment_file",
          "the file says no deployment: " + e.getMessage(),
          "use a file that smartweb deploy --apply wrote");
    }
  }

  /// Writes it whole or not at all.
  public void write(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path draft = file.resolveSibling(file.getFileName() + ".new");
      Files.write(draft, JSON.writeValueAsBytes(this));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the deployment file", e);
    }
  }

  /// What the artifacts of this build make of the record's arguments.
  public Blueprint blueprint() {
    return Blueprint.of(
        new ChainId(chainId), Optional.ofNullable(committee), contracts.containsKey(Blueprint.USD));
  }

  /// Whether the record is of exactly this blueprint: the same code and the same arguments.
  public boolean isOf(Blueprint blueprint) {
    Map<String, String> own = new LinkedHashMap<>();
    contracts.forEach((name, one) -> own.put(name, one.id));
    return chainId == blueprint.chain().value() && own.equals(ids(blueprint));
  }

  /// The block from which on every contract stood there.
  public long lastBlock() {
    return contracts.values().stream().mapToLong(Contract::block).max().orElse(0);
  }

  /// The addresses by the contracts' roles.
  public Map<String, EvmAddress> addresses() {
    Map<String, EvmAddress> addresses = new LinkedHashMap<>();
    contracts.forEach((name, one) -> addresses.put(name, EvmAddress.fromHex(one.address)));
    return addresses;
  }

  private static Map<String, String> ids(Blueprint blueprint) {
    Map<String, String> ids = new LinkedHashMap<>();
    for (DeploymentPlan.Step step : blueprint.plan().steps()) {
      ids.put(step.contract().name(), step.id());
    }
    return ids;
  }
}
