// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.deploy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.evm.ContractAddresses;
import org.elastos.smartweb.chain.evm.DeploymentPlan;
import org.elastos.smartweb.contracts.ChannelStack;
import org.elastos.smartweb.contracts.abi.ContractCreation;
import org.elastos.smartweb.contracts.generated.DevUsdCalls;

/// Which of our contracts belong on a chain, and with which arguments. The same artifacts and
/// arguments give the same addresses, whoever deploys, on every chain that has the common creator.
/// Immutable.
public record Blueprint(ChainId chain, List<Part> parts, Optional<CommitteeTerms> committee) {
  /// The development dollar; only on a development chain.
  public static final String USD = "usd";

  /// The factory of channels.
  public static final String FACTORY = "factory";

  /// The licence committee.
  public static final String COMMITTEE = "committee";

  /// A contract's first creation has nonce 1 (EIP-161).
  private static final long FIRST_CREATION = 1;

  /// Copies the parts.
  public Blueprint {
    parts = List.copyOf(parts);
  }

  /// One contract.
  ///
  /// @param name its role, such as `factory`
  /// @param contract its source, such as `ChannelFactory`
  public record Part(String name, String contract, ContractCreation creation) {}

  /// What belongs on a chain.
  ///
  /// @param committee without it no committee is put there
  /// @param developmentMoney whether a dollar that anybody can mint is put there too
  public static Blueprint of(
      ChainId chain, Optional<CommitteeTerms> committee, boolean developmentMoney) {
    List<Part> parts = new ArrayList<>();
    if (developmentMoney) {
      parts.add(new Part(USD, "DevUsd", new DevUsdCalls.Deploy()));
    }
    ChannelStack.place((contract, creation) -> {
      parts.add(new Part(nameOf(contract), contract, creation));
      return placeOf(creation);
    });
    committee.ifPresent(
        terms -> parts.add(new Part(COMMITTEE, "LicenseCommittee", terms.creation())));
    return new Blueprint(chain, parts, committee);
  }

  /// The plan with addresses that everybody works out alike.
  public DeploymentPlan plan() {
    return DeploymentPlan.create2(
        chain,
        DeploymentPlan.COMMON_CREATOR,
        Hash256.ZERO,
        parts.stream().map(this::planned).toList());
  }

  private DeploymentPlan.Contract planned(Part part) {
    EvmAddress address = placeOf(part.creation);
    return new DeploymentPlan.Contract(
        part.name,
        part.creation.initCode(),
        ExpectedCode.of(part.contract, immutables(part, address)));
  }

  /// What the constructor of a part at an address writes into its code, by name.
  Map<String, Hash256> immutables(Part part, EvmAddress address) {
    ChannelStack channels = ChannelStack.place((contract, creation) -> placeOf(creation));
    return switch (part.contract) {
      case ChannelStack.FACTORY -> Map.of("implementation", word(channels.implementation()));
      case ChannelStack.CHANNEL -> {
        Map<String, Hash256> words = new LinkedHashMap<>();
        words.put("_code", word(address));
        channels.modules().forEach((name, module) -> words.put(name, word(module)));
        yield words;
      }
      case "LicenseCommittee" -> {
        Map<String, Hash256> numbers = new LinkedHashMap<>();
        committee
            .orElseThrow()
            .immutables()
            .forEach((name, one) -> numbers.put(name, Hash256.fromUint(BigInteger.valueOf(one))));
        numbers.put("treasury", word(treasury(address)));
        yield numbers;
      }
      default ->
          channels.addresses().containsKey(part.contract)
              ? Map.of("_code", word(address))
              : Map.of();
    };
  }

  /// Where the common creator puts a contract, on every chain.
  private static EvmAddress placeOf(ContractCreation creation) {
    return ContractAddresses.created2(
        DeploymentPlan.COMMON_CREATOR, Hash256.ZERO, creation.initCode());
  }

  /// The role of one of the channels' contracts: `factory`, `channel`, `channel-trade` and so on.
  private static String nameOf(String contract) {
    return contract.equals(ChannelStack.FACTORY)
        ? FACTORY
        : contract.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  /// Where a committee makes its treasury.
  static EvmAddress treasury(EvmAddress committee) {
    return ContractAddresses.created(committee, FIRST_CREATION);
  }

  /// What a committee's constructor writes into its treasury's code, by name.
  Map<String, Hash256> treasuryImmutables(EvmAddress address) {
    CommitteeTerms terms = committee.orElseThrow();
    return Map.of(
        "committee", word(address),
        "bondLock", Hash256.fromUint(BigInteger.valueOf(terms.bondLock())),
        "minimumBond", Hash256.fromUint(terms.minimumBond()));
  }

  /// An address as a 32-byte word.
  static Hash256 word(EvmAddress address) {
    return Hash256.fromUint(new BigInteger(1, address.bytes()));
  }

  /// As it stands in JSON.
  public Map<String, Object> asMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("chainId", chain.value());
    map.put("creator", DeploymentPlan.COMMON_CREATOR.toString());
    map.put("contracts", plan().steps().stream().map(this::asMap).toList());
    committee.ifPresent(terms -> map.put("committee", terms));
    return map;
  }

  private Map<String, Object> asMap(DeploymentPlan.Step step) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", step.contract().name());
    map.put("address", step.address().toString());
    map.put("id", step.id());
    map.put("creationBytes", step.contract().initCode().size());
    map.put("runtimeKeccak256", step.contract().runtime().templateHash().hex());
    return map;
  }
}
