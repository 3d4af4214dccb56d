// SPDX-License-Identifier: MIT
package org.elastos.smartweb.testkit;

import org.elastos.smartweb.platform.postgres.Provisioning;

/// A database server that lives as long as the tests of this JVM.
interface TestServer extends AutoCloseable {
  Provisioning provisioning();

  @Override
  void close();
}
