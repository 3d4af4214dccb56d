// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.net.InetAddress;
import java.util.Locale;

/// Says which host a name or a literal address means, so that one host is not counted twice because
/// it is spelled in two ways. Names are compared as names: they are not resolved.
final class HostIdentity {
  private HostIdentity() {}

  static String of(String host) {
    String plain = host.toLowerCase(Locale.ROOT);
    if (plain.endsWith(".")) {
      plain = plain.substring(0, plain.length() - 1);
    }
    if (plain.equals("localhost") || plain.endsWith(".localhost")) {
      return "loopback";
    }
    try {
      InetAddress address = InetAddress.ofLiteral(plain.replaceAll("^\\[|]$", ""));
      return address.isLoopbackAddress() || address.isAnyLocalAddress()
          ? "loopback"
          : address.getHostAddress();
    } catch (IllegalArgumentException e) {
      return plain;
    }
  }
}
