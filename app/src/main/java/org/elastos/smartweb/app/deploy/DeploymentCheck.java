// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.app.outcome.Readings;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmChain;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.contracts.generated.LicenseCommitteeCalls;

/// Whether the contracts of a blueprint stand on a chain: the code, what the constructors wrote
/// into it, and the committee's founders and treasury. Every read is a quorum's at one block.
/// Thread-safe.
public final class DeploymentCheck {
  private static final String SAME = "same";

  private final EvmChain chain;
  private final BlockRef at;

  /// @param at the block at which everything is read
  public DeploymentCheck(EvmChain chain, BlockRef at) {
    this.chain = chain;
    this.at = at;
  }

  /// What was found at one address.
  ///
  /// @param address where; empty with `no_address`
  /// @param code stable: `same`, `no_address`, `no_code`, `code_differs`, `immutable_differs` or
  ///   `operators_differ`
  public record Finding(String name, String contract, Optional<EvmAddress> address, String code) {
    /// Whether it is what the blueprint says.
    public boolean same() {
      return code.equals(SAME);
    }
  }

  /// Checks every contract of the blueprint, and the treasury behind the committee. One without an
  /// address is a finding, too.
  ///
  /// @param addresses by the parts' names
  public List<Finding> check(Blueprint blueprint, Map<String, EvmAddress> addresses) {
    List<Finding> findings = new ArrayList<>();
    for (Blueprint.Part part : blueprint.parts()) {
      EvmAddress address = addresses.get(part.name());
      if (address == null) {
        findings.add(new Finding(part.name(), part.contract(), Optional.empty(), "no_address"));
        continue;
      }
      String found = compared(part.contract(), address, blueprint.immutables(part, address));
      if (found.equals(SAME) && part.name().equals(Blueprint.COMMITTEE)) {
        found = operators(address, blueprint.committee().orElseThrow());
      }
      findings.add(new Finding(part.name(), part.contract(), Optional.of(address), found));
      if (part.name().equals(Blueprint.COMMITTEE)) {
        findings.add(treasury(blueprint, address));
      }
    }
    return findings;
  }

  private Finding treasury(Blueprint blueprint, EvmAddress committee) {
    EvmAddress address = Blueprint.treasury(committee);
    String found = compared("CommitteeTreasury", address, blueprint.treasuryImmutables(committee));
    return new Finding("treasury", "CommitteeTreasury", Optional.of(address), found);
  }

  private String compared(String contract, EvmAddress address, Map<String, Hash256> immutables) {
    Bytes code = Readings.required(chain.code(address, at));
    if (code.size() == 0) {
      return "no_code";
    }
    if (ExpectedCode.of(contract, immutables).matches(code)) {
      return SAME;
    }
    return ExpectedCode.of(contract, Map.of()).matches(code) ? "immutable_differs" : "code_differs";
  }

  /// The set that the committee was made with; who serves now, its members decide.
  private String operators(EvmAddress committee, CommitteeTerms terms) {
    LicenseCommitteeCalls.Founders question = new LicenseCommitteeCalls.Founders();
    Bytes answer = Readings.required(chain.call(question.on(committee), at));
    LicenseCommitteeCalls.Founders.Result founders = question.decodeResult(answer);
    return founders.operators().equals(terms.addresses()) && founders.needed() == terms.threshold()
        ? SAME
        : "operators_differ";
  }
}
