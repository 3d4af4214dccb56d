// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.fetch;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.elastos.smartweb.market.PublicHosts;

/// Which peers a home asks: whoever names a peer, a market for one, must not make the home send
/// requests into its owner's own network. Asked again before each request, because a name may
/// resolve to something else by then; the JVM keeps an answer for some seconds, so that check and
/// connection see the same one. Thread-safe; blocks on the resolver.
public final class ProviderRule {
  /// The stable code of its refusal.
  static final String CODE = "provider_not_allowed";

  private final boolean privateAllowed;
  private final Resolver resolver;

  /// All addresses of a host.
  @FunctionalInterface
  public interface Resolver {
    /// Resolves a name, or reads an address.
    ///
    /// @throws UnknownHostException when it has none
    List<InetAddress> resolve(String host) throws UnknownHostException;
  }

  ProviderRule(boolean privateAllowed, Resolver resolver) {
    this.privateAllowed = privateAllowed;
    this.resolver = resolver;
  }

  /// The rule of a home on this machine.
  ///
  /// @param privateAllowed also loopback, private and link-local addresses
  public static ProviderRule of(boolean privateAllowed) {
    return new ProviderRule(privateAllowed, host -> List.of(InetAddress.getAllByName(host)));
  }

  /// Whether a peer may be asked now: its host has addresses, and each of them is public.
  boolean allows(URI provider) {
    return verdict(provider) == Verdict.ALLOWED;
  }

  /// Whether a peer may not be asked because of where it is; not one whose name has no address.
  boolean forbids(URI provider) {
    return verdict(provider) == Verdict.FORBIDDEN;
  }

  private enum Verdict {
    ALLOWED,
    UNKNOWN,
    FORBIDDEN
  }

  private Verdict verdict(URI provider) {
    if (privateAllowed) {
      return Verdict.ALLOWED;
    }
    try {
      List<InetAddress> addresses = resolver.resolve(provider.getHost());
      return addresses.stream().allMatch(PublicHosts::isPublic)
          ? Verdict.ALLOWED
          : Verdict.FORBIDDEN;
    } catch (UnknownHostException e) {
      return Verdict.UNKNOWN;
    }
  }
}
