// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.cbor.CborMap;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.Ed25519;
import org.elastos.smartweb.crypto.Hpke;
import org.elastos.smartweb.crypto.Sha256;
import org.elastos.smartweb.crypto.TaggedHash;
import org.elastos.smartweb.ddrm.AssetId;

/// A short-lived key that a device lets sign requests, within its delegation (crypto core §3).
/// Session keys sign only requests, so nothing can be delegated on. Immutable.
public record Session(Hash256 delegation, Keys keys, Window window, Limits limits) {
  /// The longest that one lasts.
  public static final Duration LONGEST = Duration.ofMinutes(30);

  private static final String TAG = "smartweb/v1/session";
  private static final int MAX_ASSETS = 64;

  /// The Ed25519 key of requests and the X-Wing key that answers are sealed to.
  public record Keys(Bytes signing, Bytes kem) {
    /// @throws IllegalArgumentException when one is not a key
    public Keys {
      if (!Ed25519.isPublicKey(signing) || kem.size() != Hpke.PUBLIC_KEY_BYTES) {
        throw new IllegalArgumentException("not the keys of a session");
      }
    }
  }

  /// From (included) until (excluded), whole seconds, at most 1800 of them.
  public record Window(Instant from, Instant to) {
    /// @throws IllegalArgumentException for any other length
    public Window {
      if (!to.isAfter(from) || Duration.between(from, to).compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException("a session lasts up to 1800 seconds");
      }
    }

    boolean covers(Instant now) {
      return !now.isBefore(from) && now.isBefore(to);
    }
  }

  /// Narrower than the delegation: for these assets only, for so many licences. An agent's session
  /// has both.
  public record Limits(Optional<List<AssetId>> assets, Optional<Long> max, boolean agent) {
    /// A person's own session.
    public static final Limits NONE = new Limits(Optional.empty(), Optional.empty(), false);

    /// @throws IllegalArgumentException for an agent without limits, or empty or long lists
    public Limits {
      assets = assets.map(List::copyOf);
      boolean sized = assets.map(list -> !list.isEmpty() && list.size() <= MAX_ASSETS).orElse(true);
      if (!sized
          || max.filter(count -> count < 1).isPresent()
          || (agent && (assets.isEmpty() || max.isEmpty()))) {
        throw new IllegalArgumentException("an agent's session names assets and a number");
      }
    }

    /// An agent's session.
    public static Limits agent(List<AssetId> assets, long max) {
      return new Limits(Optional.of(assets), Optional.of(max), true);
    }

    boolean allows(AssetId asset) {
      return assets.map(list -> list.contains(asset)).orElse(true);
    }
  }

  /// The strict encoding that is hashed and signed.
  public Bytes encode() {
    return Bytes.of(
        Cbor.map()
            .put("v", 1)
            .put("delegation", delegation)
            .put("key", keys.signing())
            .put("kem", keys.kem())
            .put("from", Wire.seconds(window.from()))
            .put("to", Wire.seconds(window.to()))
            .putIfPresent(
                "assets",
                limits
                    .assets()
                    .map(list ->
                        Cbor.array(list.stream().map(asset -> Cbor.of(asset.hash())).toList())))
            .putIfPresent("max", limits.max().map(Cbor::of))
            .put("agent", limits.agent())
            .encode());
  }

  static Session read(CborMap map) {
    Hash256 delegation = map.bytes32("delegation");
    Keys keys = new Keys(map.bytes("key"), map.bytes("kem"));
    Window window = new Window(Wire.seconds(map, "from"), Wire.seconds(map, "to"));
    Optional<List<AssetId>> assets =
        map.optional(
            "assets",
            value -> value.asArray().stream().map(item -> new AssetId(item.asHash())).toList());
    Optional<Long> max = map.optional("max", Cbor::asUint);
    return new Session(delegation, keys, window, new Limits(assets, max, map.bool("agent")));
  }

  /// SHA-256 of the encoding.
  public Hash256 hash() {
    return Sha256.of(encode().bytes());
  }

  /// The device's signature over the encoding.
  public Bytes sign(SecretBytes deviceSeed) {
    return Ed25519.sign(deviceSeed, TAG, encode().bytes());
  }

  boolean isSignedBy(Bytes device, Bytes signature) {
    return Ed25519.verify(device, TAG, encode().bytes(), signature);
  }

  /// LP(`smartweb/v1/hpke`, sessionHash, gk, u64 epoch, u16 i): what an opened context is bound to.
  static byte[] contextInfo(Hash256 session, Hash256 gk, long epoch, int index) {
    return TaggedHash.lp("smartweb/v1/hpke", session.bytes(), gk.bytes(), u64(epoch), u16(index));
  }

  static byte[] u64(long value) {
    return ByteBuffer.allocate(8).putLong(value).array();
  }

  static byte[] u16(int value) {
    return ByteBuffer.allocate(2).putShort((short) value).array();
  }
}
