// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.elastos.smartweb.chain.Hash256;
import org.junit.jupiter.api.Test;

class HeaderHashTest {
  private static final String ZEROS = "0x" + "00".repeat(32);
  private static final String EMPTY_ROOT =
      "0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421";

  /// The first block of Ethereum, whose name everybody knows.
  private static Map<String, String> genesis() {
    Map<String, String> members = new HashMap<>();
    members.put("parentHash", ZEROS);
    members.put("sha3Uncles", "0x1dcc4de8dec75d7aab85b567b6ccd41ad312451b948a7413f0a142fd40d49347");
    members.put("miner", "0x" + "00".repeat(20));
    members.put("stateRoot", "0xd7f8974fb5ac78d9ac099b9ad5018bedc2ce0a72dad1827a1709da30580f0544");
    members.put("transactionsRoot", EMPTY_ROOT);
    members.put("receiptsRoot", EMPTY_ROOT);
    members.put("logsBloom", "0x" + "00".repeat(256));
    members.put("difficulty", "0x400000000");
    members.put("number", "0x0");
    members.put("gasLimit", "0x1388");
    members.put("gasUsed", "0x0");
    members.put("timestamp", "0x0");
    members.put("extraData", "0x11bbe8db4e347b4e8c937c1c8370e4b5ed33adb3db69cbdb7a38e1e50b1b82fa");
    members.put("mixHash", ZEROS);
    members.put("nonce", "0x0000000000000042");
    return members;
  }

  @Test
  void theFirstBlockOfEthereumHasItsName() {
    assertThat(HeaderHash.of(genesis()))
        .contains(
            Hash256.fromHex("d4e56740f876aef8c010b86a40d5f56745a118d0906a34e69aec8c0db1cb8fa3"));
  }

  @Test
  void everyMemberCounts() {
    var name = HeaderHash.of(genesis());
    for (String member : genesis().keySet()) {
      Map<String, String> changed = genesis();
      String text = changed.get(member);
      char last = text.charAt(text.length() - 1);
      changed.put(member, text.substring(0, text.length() - 1) + (last == '1' ? '2' : '1'));
      assertThat(HeaderHash.of(changed)).as(member).isPresent().isNotEqualTo(name);
      changed.remove(member);
      assertThat(HeaderHash.of(changed)).as(member).isEmpty();
    }
  }

  @Test
  void laterMembersStandInTheirOrder() {
    Map<String, String> london = genesis();
    london.put("baseFeePerGas", "0x7");
    assertThat(HeaderHash.of(london)).isPresent().isNotEqualTo(HeaderHash.of(genesis()));
    Map<String, String> gap = genesis();
    gap.put("withdrawalsRoot", EMPTY_ROOT);
    assertThat(HeaderHash.of(gap)).isEmpty();
  }
}
