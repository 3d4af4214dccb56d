// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// Tells hosts that strangers may be sent to from those of somebody's own network. Stateless.
public final class PublicHosts {
  private static final byte[] NAT64 = hex("0064ff9b0000000000000000");
  private static final byte[] MAPPED = hex("00000000000000000000ffff");

  /// Local translation (64:ff9b:1::/48), Teredo (2001::/32), which hides an address of IPv4 behind
  /// any server, and IPv4-translated addresses (::ffff:0:0:0/96).
  private static final List<byte[]> NEVER =
      List.of(hex("0064ff9b0001"), hex("20010000"), hex("0000000000000000ffff0000"));

  private PublicHosts() {}

  /// Whether a host is one that strangers can reach, by its text alone; nothing is resolved.
  public static boolean isPublic(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    if (name.endsWith(".")) {
      name = name.substring(0, name.length() - 1);
    }
    if (name.startsWith("[") || looksNumeric(name)) {
      return isPublicLiteral(name);
    }
    return name.contains(".") && !name.endsWith(".localhost") && !name.endsWith(".local");
  }

  /// Whether an address is one that strangers can reach: neither loopback nor private, link-local,
  /// multicast, unspecified or reserved, nor one of IPv6 that leads to such a one of IPv4.
  public static boolean isPublic(InetAddress address) {
    byte[] raw = address.getAddress();
    if (address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    return address instanceof Inet6Address ? isPublic6(raw) : isPublic4(raw);
  }

  /// The last label of a name never starts with a digit, so anything else is an address.
  private static boolean looksNumeric(String name) {
    String last = name.substring(name.lastIndexOf('.') + 1);
    return !last.isEmpty() && Character.digit(last.charAt(0), 10) >= 0;
  }

  private static boolean isPublicLiteral(String literal) {
    try {
      return isPublic(InetAddress.ofLiteral(literal));
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  /// "This network" (0/8), shared (100.64/10), protocol assignments (192.0.0/24), benchmarks
  /// (198.18/15) and what is reserved (240/4).
  private static boolean isPublic4(byte[] raw) {
    int first = raw[0] & 0xff;
    int second = raw[1] & 0xff;
    return !(first == 0
        || (first == 100 && (second & 0xc0) == 64)
        || (first == 192 && second == 0 && raw[2] == 0)
        || (first == 198 && (second & 0xfe) == 18)
        || first >= 240);
  }

  /// Unique local addresses (fc00::/7), and IPv4 inside IPv6: ::/96, ::ffff:0:0/96, 64:ff9b::/96,
  /// 2002::/16.
  private static boolean isPublic6(byte[] raw) {
    if ((raw[0] & 0xfe) == 0xfc || NEVER.stream().anyMatch(prefix -> startsWith(raw, prefix))) {
      return false;
    }
    if (raw[0] == 0x20 && raw[1] == 0x02) {
      return isPublicInside(Arrays.copyOfRange(raw, 2, 6));
    }
    if (startsWith(raw, NAT64) || startsWith(raw, MAPPED)) {
      return isPublicInside(Arrays.copyOfRange(raw, 12, 16));
    }
    return !startsWith(raw, new byte[12]);
  }

  private static boolean startsWith(byte[] raw, byte[] prefix) {
    return Arrays.equals(raw, 0, prefix.length, prefix, 0, prefix.length);
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  private static boolean isPublicInside(byte[] raw) {
    try {
      return isPublic(InetAddress.getByAddress(raw));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("an address of IPv4 has four bytes", e);
    }
  }
}
