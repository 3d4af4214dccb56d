// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.cache;

/// A cache entry is not what this host wrote. The entry stays for the owner to look at.
public final class TamperedCacheException extends RuntimeException {
  TamperedCacheException(String entry) {
    super("a compiled module in the cache was changed: entry=" + entry);
  }
}
