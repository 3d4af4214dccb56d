// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.deploy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.contracts.generated.LicenseCommitteeCalls;

/// What a licence committee is made with: its operators in the order of their indices, how many of
/// them open, how many blocks each phase of a ceremony lasts, how many seconds lie between
/// approvals and a handover and between leaving and the bond's release, and the smallest bond in
/// wei.
public record CommitteeTerms(
    List<String> operators,
    int threshold,
    long commitBlocks,
    long revealBlocks,
    long complaintBlocks,
    long confirmBlocks,
    long timeLock,
    long bondLock,
    BigInteger minimumBond) {
  private static final int MOST_BYTES = 1 << 20;

  /// Refuses operators that are no addresses, and numbers that no committee can have.
  public CommitteeTerms {
    operators = operators.stream().map(one -> EvmAddress.fromHex(one).toString()).toList();
    boolean phases =
        Math.min(Math.min(commitBlocks, revealBlocks), Math.min(complaintBlocks, confirmBlocks))
            > 0;
    boolean locks = Math.min(timeLock, bondLock) >= 0 && minimumBond.signum() >= 0;
    if (threshold < 1 || operators.size() < 2 * threshold - 1 || !phases || !locks) {
      throw new IllegalArgumentException(
          "n >= 2t - 1, t >= 1, every phase lasts a block, and locks and bond are not negative");
    }
  }

  /// Reads terms from a JSON file with exactly these fields.
  public static CommitteeTerms read(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
        throw new CommandFailure(
            "no_such_file", "there is no committee file " + file, "check the path");
      }
      return new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .readValue(Files.readAllBytes(file), CommitteeTerms.class);
    } catch (IOException e) {
      throw new CommandFailure(
          "bad_committee_file",
          "the file says no committee: " + e.getMessage(),
          "it is JSON with operators, threshold, commitBlocks, revealBlocks, complaintBlocks,"
              + " confirmBlocks, timeLock and bondLock (seconds) and minimumBond (wei);"
              + " n >= 2t - 1");
    }
  }

  /// The operators' addresses.
  List<EvmAddress> addresses() {
    return operators.stream().map(EvmAddress::fromHex).toList();
  }

  /// The contract's creation.
  LicenseCommitteeCalls.Deploy creation() {
    return new LicenseCommitteeCalls.Deploy(
        addresses(),
        threshold,
        commitBlocks,
        revealBlocks,
        complaintBlocks,
        confirmBlocks,
        timeLock,
        bondLock,
        minimumBond);
  }

  /// The numbers that the constructor writes into the committee's code, by name.
  Map<String, Long> immutables() {
    Map<String, Long> numbers = new LinkedHashMap<>();
    numbers.put("commitBlocks", commitBlocks);
    numbers.put("complaintBlocks", complaintBlocks);
    numbers.put("confirmBlocks", confirmBlocks);
    numbers.put("revealBlocks", revealBlocks);
    numbers.put("timeLock", timeLock);
    return numbers;
  }
}
