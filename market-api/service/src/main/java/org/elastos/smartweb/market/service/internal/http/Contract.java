// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.service.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.elastos.smartweb.market.MarketException;

/// The OpenAPI document that lies beside this class.
final class Contract {
  private static final String NAME = "openapi.yaml";

  private Contract() {}

  static byte[] bytes() {
    try (InputStream in = Contract.class.getResourceAsStream(NAME)) {
      if (in == null) {
        throw new MarketException("the market's contract is missing", Map.of("resource", NAME));
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
