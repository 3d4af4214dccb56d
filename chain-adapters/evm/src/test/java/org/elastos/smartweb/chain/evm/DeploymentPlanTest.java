// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.evm.DeploymentPlan.Contract;
import org.elastos.smartweb.chain.evm.DeploymentPlan.RuntimeCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeploymentPlanTest {
  private static final ChainId CHAIN = new ChainId(31337);
  private static final EvmAddress ACCOUNT =
      EvmAddress.fromHex("6ac7ea33f8831ea9dcc53393aaa88b25a785dbf0");
  private static final Contract A = contract("a", "6001");
  private static final Contract B = contract("b", "6002");

  /// The examples of EIP-1014.
  @ParameterizedTest
  @CsvSource({
    "0000000000000000000000000000000000000000,00,00,4d1a2e2bb4f88f0250f26ffff098b0b30b26bf38",
    "deadbeef00000000000000000000000000000000,00,00,b928f69bb1d91cd65274e3c79d8986362984fda3",
    "0000000000000000000000000000000000000000,00,deadbeef,"
        + "70f2b2914a2a4b783faefb75f459a580616fcb5e",
    "00000000000000000000000000000000deadbeef,cafebabe,deadbeef,"
        + "60f3f640a8508fc6a86d45df051962668e1e8ac7",
  })
  void knowsWhereCreate2PutsAContract(String creator, String salt, String code, String address) {
    Hash256 padded = Hash256.fromHex("0".repeat(64 - salt.length()) + salt);
    assertThat(ContractAddresses.created2(EvmAddress.fromHex(creator), padded, Bytes.fromHex(code)))
        .isEqualTo(EvmAddress.fromHex(address));
  }

  @Test
  void knowsWhereAnAccountPutsItsContracts() {
    DeploymentPlan plan = DeploymentPlan.byNonce(CHAIN, ACCOUNT, 0, List.of(A, B));
    assertThat(plan.address("a").hex()).isEqualTo("cd234a471b72ba2f1ccf0a70fcaba648a5eecd8d");
    assertThat(plan.address("b").hex()).isEqualTo("343c43a37d37dff08ae8c4a11544c718abb4fcf8");
    assertThat(plan.steps().getFirst().transaction().to()).isEmpty();
    assertThatThrownBy(() -> plan.address("c")).isInstanceOf(EvmException.class);
  }

  @Test
  void theSameCodeGivesTheSamePlanAndOtherCodeAnother() {
    var plan =
        DeploymentPlan.create2(CHAIN, DeploymentPlan.COMMON_CREATOR, Hash256.ZERO, List.of(A));
    assertThat(
            DeploymentPlan.create2(
                CHAIN, DeploymentPlan.COMMON_CREATOR, Hash256.ZERO, List.of(contract("a", "6001"))))
        .isEqualTo(plan);
    var other =
        DeploymentPlan.create2(
            CHAIN, DeploymentPlan.COMMON_CREATOR, Hash256.ZERO, List.of(contract("a", "6003")));
    assertThat(other.address("a")).isNotEqualTo(plan.address("a"));
    assertThat(other.steps().getFirst().id()).isNotEqualTo(plan.steps().getFirst().id());
    assertThat(plan.steps().getFirst().transaction().data().hex())
        .isEqualTo("00".repeat(32) + "6001");
  }

  @Test
  void looksThroughTheGapsOfImmutableValues() {
    var code = new RuntimeCode(Bytes.fromHex("6000000056"), Map.of(1, 3), Map.of());
    assertThat(code.matches(Bytes.fromHex("60aabbcc56"))).isTrue();
    assertThat(code.matches(Bytes.fromHex("60aabbcc57"))).isFalse();
    assertThat(code.matches(Bytes.fromHex("60aabbcc5600"))).isFalse();
    var valued = new RuntimeCode(code.template(), code.gaps(), Map.of(1, Bytes.fromHex("aabbcc")));
    assertThat(valued.matches(Bytes.fromHex("60aabbcc56"))).isTrue();
    assertThat(valued.matches(Bytes.fromHex("60aabbcd56"))).isFalse();
    assertThat(RuntimeCode.exactly(Bytes.fromHex("6001")).matches(Bytes.EMPTY)).isFalse();
  }

  private static Contract contract(String name, String code) {
    return new Contract(name, Bytes.fromHex(code), RuntimeCode.exactly(Bytes.fromHex("00")));
  }
}
