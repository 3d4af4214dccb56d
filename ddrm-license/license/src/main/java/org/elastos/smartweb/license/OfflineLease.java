// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.cbor.CborMap;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.AesGcm;
import org.elastos.smartweb.crypto.Hkdf;
import org.elastos.smartweb.crypto.Sha256;
import org.elastos.smartweb.crypto.TaggedHash;

/// A file key that a home may keep on its disk until an offline lease ends (decision B2): sealed by
/// a secret of its device together with the licence and the latest time that was seen, and sealed
/// anew at each use. A copy of the file opens on no other device and after no clock was set back.
/// Who restores an older disk and its clock with it, or changes the home, is not stopped by it.
/// Immutable.
public final class OfflineLease {
  /// The longest stored lease, in bytes.
  public static final int MAX_BYTES = 65_536;

  private static final byte[] NONCE = new byte[AesGcm.NONCE_BYTES];
  private static final int SALT_BYTES = 16;
  private static final int KEY_BYTES = 32;

  private final Bytes device;
  private final SecretBytes secret;
  private final LeaseClock clock;
  private final SecureRandom random;

  /// @param device the Ed25519 key that licences name
  /// @param secret 32 bytes that only this device has; stays the caller's to close
  public OfflineLease(Bytes device, SecretBytes secret, LeaseClock clock, SecureRandom random) {
    this.device = device;
    this.secret = secret;
    this.clock = clock;
    this.random = random;
  }

  /// What opening a stored lease ends in.
  public sealed interface Opening {
    /// The file key, for the caller to close, until when this playback may last, and what to store
    /// in the place of what was opened.
    record Opened(SecretBytes fileKey, Instant playEnd, Bytes next) implements Opening {}

    /// No key; the code is stable: `lease_damaged` (or another device's), `lease_ended`,
    /// `clock_set_back`.
    record Refused(String code) implements Opening {}
  }

  private record Stored(AgreedLicense license, Instant seen, Bytes salt, Bytes sealed) {
    static Stored read(CborMap map) {
      List<License.Signed> words = map.array("license", License.Signed::fromCbor);
      return new Stored(
          new AgreedLicense(words),
          Wire.seconds(map, "seen"),
          map.bytes("salt", SALT_BYTES),
          map.bytes("sealed", KEY_BYTES + AesGcm.TAG_BYTES));
    }
  }

  /// Seals a key that was licensed with a lease for this device: {v, license, seen, salt, sealed},
  /// to be stored.
  ///
  /// @throws IllegalArgumentException when the licence gives no lease, or not to this device
  public Bytes seal(AgreedLicense license, SecretBytes fileKey) {
    if (license.period().leaseEnd().isEmpty() || !license.party().device().equals(device)) {
      throw new IllegalArgumentException("a lease for this device");
    }
    return seal(license, fileKey, clock.read(license.period().at()).time());
  }

  private Bytes seal(AgreedLicense license, SecretBytes fileKey, Instant seen) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    Instant second = Instant.ofEpochSecond(seen.getEpochSecond());
    byte[] associated = associated(license, second);
    try (SecretBytes key = key(salt)) {
      byte[] sealed = fileKey.use(plain -> AesGcm.seal(key, NONCE, associated, plain));
      return Bytes.of(
          Cbor.map()
              .put("v", 1)
              .put("license", words(license))
              .put("seen", Wire.seconds(second))
              .put("salt", salt)
              .put("sealed", sealed)
              .encode());
    }
  }

  /// Opens a stored lease for one playback.
  public Opening open(Bytes stored) {
    Optional<Stored> read =
        stored.size() > MAX_BYTES
            ? Optional.empty()
            : Wire.parse(stored, Stored::read).toOptional();
    return read.flatMap(this::opened).orElseGet(() -> new Opening.Refused("lease_damaged"));
  }

  private Optional<Opening> opened(Stored stored) {
    byte[] associated = associated(stored.license, stored.seen);
    Optional<byte[]> plain;
    try (SecretBytes key = key(stored.salt.bytes())) {
      plain = AesGcm.open(key, NONCE, associated, stored.sealed.bytes());
    }
    return plain.map(SecretBytes::take).map(fileKey -> judged(stored, fileKey));
  }

  private Opening judged(Stored stored, SecretBytes fileKey) {
    LeaseClock.Reading now = clock.read(stored.seen);
    Period period = stored.license.period();
    Instant second = Instant.ofEpochSecond(now.time().getEpochSecond());
    Instant end = period.playEnd(second);
    String code = now.setBack() ? "clock_set_back" : end.isAfter(second) ? "" : "lease_ended";
    if (!code.isEmpty()) {
      fileKey.close();
      return new Opening.Refused(code);
    }
    return new Opening.Opened(fileKey, end, seal(stored.license, fileKey, second));
  }

  private SecretBytes key(byte[] salt) {
    return Hkdf.key(
        secret, TaggedHash.ascii("smartweb/v1/lease"), TaggedHash.lp(device.bytes(), salt));
  }

  private static Cbor words(AgreedLicense license) {
    return Cbor.array(license.words().stream().map(License.Signed::toCbor).toList());
  }

  /// SHA-256(licences) ‖ u64 seconds.
  private static byte[] associated(AgreedLicense license, Instant seen) {
    return ByteBuffer.allocate(40)
        .put(Sha256.of(words(license).encode()).bytes())
        .putLong(seen.getEpochSecond())
        .array();
  }
}
