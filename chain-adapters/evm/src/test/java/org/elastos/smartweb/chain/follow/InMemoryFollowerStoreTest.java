// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.follow;

import java.util.List;
import org.elastos.smartweb.chain.EvmLog;

class InMemoryFollowerStoreTest extends FollowerStoreContract<List<EvmLog>> {
  private final InMemoryFollowerStore store = new InMemoryFollowerStore();

  @Override
  FollowerStore<List<EvmLog>> store() {
    return store;
  }

  @Override
  LogConsumer<List<EvmLog>> keeper() {
    return InMemoryFollowerStore.keeper();
  }

  @Override
  List<EvmLog> kept() {
    return store.effects();
  }
}
