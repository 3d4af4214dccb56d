// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Locale;

/// Tells hosts that strangers may be sent to from those of somebody's own network, by their text
/// alone; nothing is resolved.
final class PublicHosts {
  private PublicHosts() {}

  static boolean isPublic(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    if (name.endsWith(".")) {
      name = name.substring(0, name.length() - 1);
    }
    if (name.startsWith("[") || looksNumeric(name)) {
      return isPublicLiteral(name);
    }
    return name.contains(".") && !name.endsWith(".localhost") && !name.endsWith(".local");
  }

  /// The last label of a name never starts with a digit, so anything else is an address.
  private static boolean looksNumeric(String name) {
    String last = name.substring(name.lastIndexOf('.') + 1);
    return !last.isEmpty() && Character.digit(last.charAt(0), 10) >= 0;
  }

  private static boolean isPublicLiteral(String literal) {
    try {
      InetAddress address = InetAddress.ofLiteral(literal);
      return !(address.isLoopbackAddress()
          || address.isAnyLocalAddress()
          || address.isLinkLocalAddress()
          || address.isSiteLocalAddress()
          || address.isMulticastAddress()
          || isReserved(address));
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  /// Unique local addresses of IPv6 (fc00::/7); shared (100.64/10) and "this network" (0/8) of
  /// IPv4.
  private static boolean isReserved(InetAddress address) {
    byte[] raw = address.getAddress();
    if (address instanceof Inet6Address) {
      return (raw[0] & 0xfe) == 0xfc;
    }
    return raw[0] == 0 || (raw[0] == 100 && (raw[1] & 0xc0) == 64);
  }
}
