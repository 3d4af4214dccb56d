// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

class InMemoryTxOutboxTest extends TxOutboxContract {
  private final TxOutbox outbox = new InMemoryTxOutbox();

  @Override
  TxOutbox outbox() {
    return outbox;
  }
}
