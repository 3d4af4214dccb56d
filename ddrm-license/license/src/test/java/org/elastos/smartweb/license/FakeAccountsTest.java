// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;

class FakeAccountsTest extends AccountReaderContract {
  private static final EvmAddress ACCOUNT = EvmAddress.fromHex("ac".repeat(20));
  private static final EvmAddress ELSE = EvmAddress.fromHex("e1".repeat(20));

  private final FakeAccounts accounts =
      new FakeAccounts(new FakeChain(TestWork.CHAIN, TestNetwork.START)).odd(ELSE);

  @Override
  protected AccountReader reader() {
    return accounts;
  }

  @Override
  protected ChainId chain() {
    return TestWork.CHAIN;
  }

  @Override
  protected EvmAddress accountOf(EvmAddress owner) {
    accounts.owner(ACCOUNT, 1, owner);
    return ACCOUNT;
  }

  @Override
  protected void handOver(EvmAddress account, EvmAddress from, EvmAddress to) {
    accounts.owner(account, 2, to);
  }

  @Override
  protected EvmAddress somethingElse() {
    return ELSE;
  }
}
