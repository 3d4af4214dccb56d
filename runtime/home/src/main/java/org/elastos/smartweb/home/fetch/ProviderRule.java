// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.fetch;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.elastos.smartweb.market.PublicHosts;

/// Which peers a home asks: whoever names a peer, a market for one, must not make the home send
/// requests into its owner's own network. A job asks it through {@link JobRule}. Thread-safe;
/// blocks on the resolver.
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
    return verdict(provider) instanceof Verdict.Allowed;
  }

  /// Whether a peer may not be asked because of where it is; not one whose name has no address.
  boolean forbids(URI provider) {
    return verdict(provider) instanceof Verdict.Forbidden;
  }

  /// What a look at a peer's host gave.
  sealed interface Verdict {
    /// It may be asked; at any address if none is named.
    record Allowed(Set<InetAddress> addresses) implements Verdict {}

    /// Its name has no address now.
    record Unknown() implements Verdict {}

    /// One of its addresses is not public.
    record Forbidden() implements Verdict {}
  }

  Verdict verdict(URI provider) {
    if (privateAllowed) {
      return new Verdict.Allowed(Set.of());
    }
    try {
      Set<InetAddress> addresses = new HashSet<>(resolver.resolve(provider.getHost()));
      return addresses.stream().allMatch(PublicHosts::isPublic)
          ? new Verdict.Allowed(addresses)
          : new Verdict.Forbidden();
    } catch (UnknownHostException e) {
      return new Verdict.Unknown();
    }
  }
}
