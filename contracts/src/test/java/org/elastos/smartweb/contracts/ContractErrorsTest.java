// SPDX-License-Identifier: MIT
package org.elastos.smartweb.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.elastos.smartweb.chain.Bytes;
import org.junit.jupiter.api.Test;
import org.web3j.abi.EventEncoder;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.Utf8String;

class ContractErrorsTest {
  @Test
  void putsRefusalsIntoWords() {
    Bytes soldOut = Bytes.fromHex(selector("SupplyExceeded(uint256)") + "%064x".formatted(2));
    Bytes reason =
        Bytes.fromHex(
            "08c379a0" + FunctionEncoder.encodeConstructor(List.of(new Utf8String("because"))));
    Bytes panic = Bytes.fromHex("4e487b71" + "%064x".formatted(0x11));

    assertThat(ContractErrors.name(soldOut)).contains("SupplyExceeded");
    assertThat(ContractErrors.describe(soldOut)).isEqualTo("SupplyExceeded(left=2)");
    assertThat(ContractErrors.describe(Bytes.fromHex(selector("ZeroQuantity()"))))
        .isEqualTo("ZeroQuantity");
    assertThat(ContractErrors.describe(reason)).isEqualTo("because");
    assertThat(ContractErrors.describe(panic)).isEqualTo("panic 0x11");
    assertThat(ContractErrors.describe(Bytes.EMPTY)).isEqualTo("reverted without a reason");
    assertThat(ContractErrors.describe(Bytes.fromHex("12345678"))).startsWith("unknown refusal");
    assertThat(ContractErrors.describe(Bytes.fromHex(selector("SupplyExceeded(uint256)"))))
        .startsWith("malformed");
    assertThat(ContractErrors.name(Bytes.EMPTY)).isEmpty();
  }

  private static String selector(String signature) {
    return EventEncoder.buildEventSignature(signature).substring(2, 10);
  }
}
