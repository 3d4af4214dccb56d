// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmCall;
import org.elastos.smartweb.chain.EvmTransaction;
import org.elastos.smartweb.chain.Hash256;
import org.web3j.crypto.Hash;

/// Which contracts go where on one chain: worked out from their code alone, so that everybody who
/// has the code works out the same plan. Asks and sends nothing.
///
/// @param chain where to
/// @param steps in the order of sending
public record DeploymentPlan(ChainId chain, List<Step> steps) {
  /// The contract that makes others by CREATE2 on most public chains and on the development chain,
  /// always at this address: it takes a salt and creation code as call data.
  public static final EvmAddress COMMON_CREATOR =
      EvmAddress.fromHex("4e59b44847b379578588920ca78fbf26c0b4956c");

  /// Keeps a copy of the steps.
  public DeploymentPlan {
    steps = List.copyOf(steps);
  }

  /// A contract to put on a chain.
  ///
  /// @param initCode the creation code with its encoded arguments
  /// @param runtime the code that must stand there afterwards
  public record Contract(String name, Bytes initCode, RuntimeCode runtime) {}

  /// One transaction of the plan.
  ///
  /// @param id the idempotency key under which it is sent: it names contract, code and place
  public record Step(
      String id, Contract contract, EvmAddress address, EvmTransaction transaction) {}

  /// The same addresses whoever deploys, on every chain that has the creator.
  ///
  /// @param creator usually {@link #COMMON_CREATOR}; check that it has code
  public static DeploymentPlan create2(
      ChainId chain, EvmAddress creator, Hash256 salt, List<Contract> contracts) {
    List<Step> steps = new ArrayList<>();
    for (Contract contract : contracts) {
      EvmAddress address = ContractAddresses.created2(creator, salt, contract.initCode());
      Bytes data = joined(salt.bytes(), contract.initCode().bytes());
      var call = new EvmCall(creator, data);
      steps.add(new Step(id(contract, address), contract, address, EvmTransaction.call(call)));
    }
    return new DeploymentPlan(chain, steps);
  }

  /// The addresses that follow from the deploying account and its next nonce.
  public static DeploymentPlan byNonce(
      ChainId chain, EvmAddress account, long firstNonce, List<Contract> contracts) {
    List<Step> steps = new ArrayList<>();
    for (Contract contract : contracts) {
      EvmAddress address = ContractAddresses.created(account, firstNonce + steps.size());
      steps.add(
          new Step(
              id(contract, address),
              contract,
              address,
              EvmTransaction.create(contract.initCode())));
    }
    return new DeploymentPlan(chain, steps);
  }

  /// Where a contract of the plan stands.
  public EvmAddress address(String name) {
    return steps.stream()
        .filter(step -> step.contract().name().equals(name))
        .map(Step::address)
        .findFirst()
        .orElseThrow(
            () -> new EvmException("no_such_contract", "the plan lacks it", Map.of("name", name)));
  }

  private static String id(Contract contract, EvmAddress address) {
    String code = Hash256.of(Hash.sha3(contract.initCode().bytes())).hex().substring(0, 16);
    return "deploy/" + contract.name() + "/" + code + "/" + address.hex();
  }

  private static Bytes joined(byte[] first, byte[] second) {
    byte[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return Bytes.of(all);
  }

  /// The code that a contract must have once it stands on a chain. The compiler leaves gaps for
  /// immutable values, which the constructor fills.
  ///
  /// @param template the compiled code with zeros in the gaps
  /// @param gaps where they are, by their starts, with their lengths
  /// @param values what must stand in a gap, by its start; gaps without one may hold anything
  public record RuntimeCode(
      Bytes template, Map<Integer, Integer> gaps, Map<Integer, Bytes> values) {
    /// Keeps copies.
    public RuntimeCode {
      gaps = Map.copyOf(gaps);
      values = Map.copyOf(values);
    }

    /// Code without gaps.
    public static RuntimeCode exactly(Bytes code) {
      return new RuntimeCode(code, Map.of(), Map.of());
    }

    /// keccak-256 of the template.
    public Hash256 templateHash() {
      return Hash256.of(Hash.sha3(template.bytes()));
    }

    /// Whether this is the code that stands there.
    public boolean matches(Bytes code) {
      byte[] there = code.bytes();
      byte[] wanted = template.bytes();
      if (there.length != wanted.length) {
        return false;
      }
      Map<Integer, byte[]> found = new HashMap<>();
      gaps.forEach((at, length) -> {
        found.put(at, Arrays.copyOfRange(there, at, at + length));
        Arrays.fill(there, at, at + length, (byte) 0);
        Arrays.fill(wanted, at, at + length, (byte) 0);
      });
      return Arrays.equals(there, wanted)
          && values.entrySet().stream()
              .allMatch(
                  value -> Arrays.equals(found.get(value.getKey()), value.getValue().bytes()));
    }
  }
}
