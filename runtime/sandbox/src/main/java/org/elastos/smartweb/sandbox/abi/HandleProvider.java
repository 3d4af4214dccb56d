// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.abi;

import java.util.Optional;

/// Opens the handles of one kind. A new kind is a new provider; it never changes a call (decision
/// D1). One provider serves one run.
public interface HandleProvider {
  /// What stands before the colon of a moniker.
  String kind();

  /// Which way bytes go.
  Flow flow();

  /// What a licence says about `name`, asked before it is opened; empty where it is not licensed.
  default Optional<StreamTerms> terms(String name) {
    return Optional.empty();
  }

  /// Opens what stands after the colon.
  ///
  /// @param flags 1 read, 2 write
  Opening open(String name, int flags);
}
