// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.store;

import org.elastos.smartweb.chain.mainchain.HeaderStore;

class InMemoryHeaderStoreTest extends HeaderStoreContract {
  @Override
  protected HeaderStore emptyStore() {
    return new InMemoryHeaderStore();
  }
}
