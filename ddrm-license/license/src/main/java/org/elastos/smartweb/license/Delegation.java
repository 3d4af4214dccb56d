// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.crypto.Ed25519;
import org.elastos.smartweb.crypto.Eip191;
import org.elastos.smartweb.crypto.Secp256k1Signatures;
import org.elastos.smartweb.crypto.Sha256;
import org.elastos.smartweb.ddrm.AssetId;

/// A wallet's word that one device may ask for licences (crypto core §3): an EIP-4361 message in
/// exactly one form, so that no login to anything else passes for it. Immutable.
public record Delegation(String domain, Signer signer, Validity validity, Scope scope) {
  /// The only purpose.
  public static final String URI = "smartweb-license:v1";

  /// What the wallet shows to its owner.
  public static final String STATEMENT =
      "Let this device request SmartWeb licenses until it expires. It cannot move money or rights.";

  /// The longest that one lasts.
  public static final Duration LONGEST = Duration.ofDays(30);

  private static final Pattern DOMAIN =
      Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[1-9][0-9]{0,4})?");
  private static final int MAX_GROUPS = 8;
  private static final int MAX_ASSETS = 64;
  private static final int NONCE_BYTES = 16;

  /// The wallet, and the chain that it says it is on.
  public record Signer(EvmAddress wallet, ChainId chain) {}

  /// From when until when, in whole seconds, with the message's nonce of 16 bytes.
  public record Validity(Instant issuedAt, Instant expiresAt, Bytes nonce) {
    /// @throws IllegalArgumentException for fractions of seconds, more than 30 days, or another
    ///   nonce
    public Validity {
      boolean whole =
          issuedAt.equals(issuedAt.truncatedTo(ChronoUnit.SECONDS))
              && expiresAt.equals(expiresAt.truncatedTo(ChronoUnit.SECONDS));
      boolean bounded =
          expiresAt.isAfter(issuedAt)
              && Duration.between(issuedAt, expiresAt).compareTo(LONGEST) <= 0;
      if (!whole || !bounded || nonce.size() != NONCE_BYTES) {
        throw new IllegalArgumentException("a delegation lasts up to 30 days, in whole seconds");
      }
    }

    boolean covers(Instant now) {
      return !now.isBefore(issuedAt) && now.isBefore(expiresAt);
    }
  }

  /// Which device, for which committees (1 to 8), for which assets (up to 64; none means all). Both
  /// lists ascend.
  public record Scope(Bytes device, List<Hash256> groups, List<AssetId> assets) {
    /// @throws IllegalArgumentException for another number or order, or no Ed25519 key
    public Scope {
      groups = List.copyOf(groups);
      assets = List.copyOf(assets);
      if (groups.isEmpty()
          || groups.size() > MAX_GROUPS
          || assets.size() > MAX_ASSETS
          || !ascends(groups)
          || !ascends(assets.stream().map(AssetId::hash).toList())
          || !Ed25519.isPublicKey(device)) {
        throw new IllegalArgumentException("a delegation names 1 to 8 groups and up to 64 assets");
      }
    }

    private static boolean ascends(List<Hash256> list) {
      for (int i = 1; i < list.size(); i++) {
        if (list.get(i - 1).compareTo(list.get(i)) >= 0) {
          return false;
        }
      }
      return true;
    }

    boolean allows(AssetId asset) {
      return assets.isEmpty() || assets.contains(asset);
    }
  }

  /// @throws IllegalArgumentException when the domain is not a plain authority
  public Delegation {
    if (!DOMAIN.matcher(domain).matches()) {
      throw new IllegalArgumentException("a delegation's domain is a host with an optional port");
    }
  }

  /// The message, word for word.
  public String text() {
    StringBuilder out =
        new StringBuilder()
            .append(domain)
            .append(" wants you to sign in with your Ethereum account:\n")
            .append(Eip55.format(signer.wallet()))
            .append("\n\n")
            .append(STATEMENT)
            .append("\n\nURI: ")
            .append(URI)
            .append("\nVersion: 1\nChain ID: ")
            .append(signer.chain())
            .append("\nNonce: ")
            .append(validity.nonce().hex())
            .append("\nIssued At: ")
            .append(validity.issuedAt())
            .append("\nExpiration Time: ")
            .append(validity.expiresAt())
            .append("\nResources:\n- urn:smartweb:device:")
            .append(scope.device().hex());
    scope.groups().forEach(gk -> out.append("\n- urn:smartweb:group:").append(gk.hex()));
    scope
        .assets()
        .forEach(asset -> out.append("\n- urn:smartweb:asset:").append(asset.hash().hex()));
    return out.toString();
  }

  /// Reads a message; empty unless it is word for word one that {@link #text} makes.
  public static Optional<Delegation> parse(String text) {
    return DelegationParser.parse(text).filter(read -> read.text().equals(text));
  }

  /// SHA-256 of the text.
  public Hash256 hash() {
    return Sha256.of(text().getBytes(StandardCharsets.UTF_8));
  }

  /// Whether the wallet's own key signed the text (EIP-191, low s); a wallet that is a contract has
  /// none and is asked on its chain.
  public boolean isSignedBy(Bytes signature) {
    return Secp256k1Signatures.recover(Eip191.digest(text()), signature)
        .filter(signer.wallet()::equals)
        .isPresent();
  }

  /// The digest for the wallet to sign.
  public Hash256 digest() {
    return Eip191.digest(text());
  }
}
