// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.threshold.CombineOutcome.Combined;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What live objects still hold once shares and keys were closed: neither a share nor a content
/// key, in the form of bytes or of a number. What the garbage and raw memory keep is not claimed
/// (SECURITY.md).
class HeapDumpTest {
  private static final Hash256 ASSET = Hash256.fromHex("0f".repeat(32));

  /// A search key is kept masked, so that the test itself does not hold what it looks for.
  private static final byte MASK = 0x5a;

  private final SeededRandom random = new SeededRandom(31);

  @TempDir Path folder;

  /// Two forms of a secret: its bytes, and the int magnitude of a BigInteger as a dump writes it,
  /// which is the same bytes without leading zeros.
  private static byte[] masked(SecretBytes secret) {
    return secret.use(HeapDumpTest::mask);
  }

  private static byte[] mask(byte[] bytes) {
    byte[] masked = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      masked[i] = (byte) (bytes[i] ^ MASK);
    }
    return masked;
  }

  @Test
  void liveObjectsHoldNeitherShareNorContentKeyAfterClose() throws IOException {
    byte[] canary = new byte[32];
    random.nextBytes(canary);
    List<byte[]> secrets = useAndClose();
    byte[] dump = dump("closed.hprof");
    assertThat(contains(dump, mask(canary))).as("what is held is found").isTrue();
    for (byte[] secret : secrets) {
      assertThat(contains(dump, secret)).isFalse();
    }
    assertThat(canary).hasSize(32);
  }

  @Test
  void anOpenShareIsFoundSoTheSearchWorks() throws IOException {
    TrustedDealer dealer = TrustedDealer.deal(1, new CommitteeShape(3, 2), random);
    byte[] share;
    try (SecretBytes secret = dealer.share(2).exportSecret()) {
      share = masked(secret);
    }
    BigInteger number = new BigInteger(1, mask(share)).add(BigInteger.ONE);
    byte[] dump = dump("open.hprof");
    assertThat(contains(dump, share)).isTrue();
    assertThat(contains(dump, mask(Scalars.encode(number)))).as("numbers are found too").isTrue();
    assertThat(dealer.share(2).index()).isEqualTo(2);
    assertThat(number.signum()).isPositive();
  }

  /// A share's whole life and a file key's: accepted, used, combined, closed. Returns what to look
  /// for.
  private List<byte[]> useAndClose() {
    TrustedDealer dealer = TrustedDealer.deal(1, new CommitteeShape(3, 2), random);
    EpochKeys keys = dealer.keys();
    byte[] fileKey = new byte[32];
    random.nextBytes(fileKey);
    byte[] maskedKey = mask(fileKey);
    GroupKey group = keys.groupKey();
    ThresholdHeader header;
    try (SecretBytes key = SecretBytes.take(fileKey)) {
      header = ThresholdKem.encrypt(group, new KemTarget(group.gk(), ASSET, ASSET), key, random);
    }
    CheckedHeader checked = ThresholdKem.check(header, ASSET).orElseThrow();
    List<VerifiedPartial> partials =
        IntStream.rangeClosed(1, 2)
            .mapToObj(i ->
                keys.verify(checked, ASSET, i, dealer.share(i).partial(checked, ASSET, random))
                    .orElseThrow())
            .toList();
    Combined combined = (Combined) Combiner.combine(checked, keys, partials);
    assertThat(combined.fileKey().matches(mask(maskedKey))).isTrue();
    combined.fileKey().close();
    byte[][] shares = new byte[3][];
    for (int i = 1; i <= 3; i++) {
      try (SecretBytes secret = dealer.share(i).exportSecret()) {
        shares[i - 1] = masked(secret);
      }
      dealer.share(i).close();
    }
    return List.of(maskedKey, shares[0], shares[1], shares[2]);
  }

  private byte[] dump(String name) throws IOException {
    Path file = folder.resolve(name);
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpHeap(file.toString(), true);
    byte[] bytes = Files.readAllBytes(file);
    assertThat(Arrays.copyOf(bytes, 12))
        .asString(java.nio.charset.StandardCharsets.US_ASCII)
        .isEqualTo("JAVA PROFILE");
    return bytes;
  }

  private static boolean contains(byte[] dump, byte[] masked) {
    byte first = (byte) (masked[0] ^ MASK);
    for (int at = 0; at <= dump.length - masked.length; at++) {
      if (dump[at] == first && matches(dump, at, masked)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(byte[] dump, int at, byte[] masked) {
    for (int i = 1; i < masked.length; i++) {
      if ((byte) (dump[at + i] ^ MASK) != masked[i]) {
        return false;
      }
    }
    return true;
  }
}
