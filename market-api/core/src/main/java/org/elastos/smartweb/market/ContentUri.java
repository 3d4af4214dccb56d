// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market;

import java.util.Optional;
import java.util.regex.Pattern;

/// A pointer of the form `ipfs://CID`. The creator may change it at any time, so it is only ever a
/// hint: what was fetched is checked against the CID and against the asset id.
public record ContentUri(String cid) {
  private static final String SCHEME = "ipfs://";
  private static final Pattern CID =
      Pattern.compile("Qm[1-9A-HJ-NP-Za-km-z]{44}|b[a-z2-7]{50,100}");

  /// @throws IllegalArgumentException when the text has not the shape of a CID
  public ContentUri {
    if (!isCid(cid)) {
      throw new IllegalArgumentException("not the text of a CID");
    }
  }

  /// Reads what stands on a chain, where anything may stand.
  public static Optional<ContentUri> parse(String text) {
    if (!text.startsWith(SCHEME) || !isCid(text.substring(SCHEME.length()))) {
      return Optional.empty();
    }
    return Optional.of(new ContentUri(text.substring(SCHEME.length())));
  }

  /// Whether the text has the shape of a CID, version 0 or 1.
  public static boolean isCid(String text) {
    return text.length() <= 101 && CID.matcher(text).matches();
  }

  @Override
  public String toString() {
    return SCHEME + cid;
  }
}
