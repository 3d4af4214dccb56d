// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.Ed25519;
import org.elastos.smartweb.crypto.SealedFile;
import org.elastos.smartweb.threshold.CeremonyTerms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyVaultTest {
  private static final SealedFile.Sealing CHEAP =
      new SealedFile.Sealing(new SealedFile.Cost(1 << 10, 1, 1), new SecureRandom());
  private static final CeremonyTerms.Board BOARD = board("0a");
  private static final CeremonyTerms.Board OTHER_BOARD = board("0b");

  @TempDir Path folder;

  private static CeremonyTerms.Board board(String octet) {
    return new CeremonyTerms.Board(new ChainId(31337), EvmAddress.fromHex(octet.repeat(20)));
  }

  private KeyVault vault(String password) {
    byte[] raw = password.getBytes(StandardCharsets.UTF_8);
    return new KeyVault(folder, SecretBytes.take(raw), CHEAP);
  }

  private static SecretBytes share() {
    byte[] raw = new byte[32];
    Arrays.fill(raw, (byte) 7);
    return SecretBytes.take(raw);
  }

  @Test
  void keepsTheKeysThatItMadeAtTheFirstStart() {
    try (var first = vault("one").keys();
        var second = vault("one").keys()) {
      assertThat(Ed25519.publicKey(second.identity()))
          .isEqualTo(Ed25519.publicKey(first.identity()));
      assertThat(second.encryption().publicKey()).isEqualTo(first.encryption().publicKey());
    }
  }

  @Test
  void erasesSharesOfEarlierEpochsThatServeNoLongerAndNoOthers() {
    KeyVault vault = vault("one");
    try (SecretBytes share = share()) {
      for (long epoch = 1; epoch <= 4; epoch++) {
        vault.storeShare(BOARD, epoch, 1, share);
        vault.storeShare(OTHER_BOARD, epoch, 1, share);
      }
    }
    vault.eraseShares(BOARD, 3, Set.of(2L, 3L));
    assertThat(vault.share(BOARD, 1, 1)).isEmpty();
    for (long epoch = 2; epoch <= 4; epoch++) {
      assertThat(vault.share(BOARD, epoch, 1)).as("epoch %d", epoch).isPresent();
    }
    assertThat(vault.share(OTHER_BOARD, 1, 1)).isPresent();
  }

  @Test
  void saysThatAPasswordIsWrong() {
    vault("one").keys().close();
    KeyVault other = vault("two");
    assertThatThrownBy(other::keys)
        .isInstanceOf(NodeException.class)
        .hasMessageContaining("WRONG_PASSWORD");
  }

  @Test
  void opensAShareOnlyForItsBoardEpochAndIndex() throws IOException {
    KeyVault vault = vault("one");
    vault.storeShare(BOARD, 1, 2, share());
    assertThat(vault.share(BOARD, 1, 2).orElseThrow().matches(share().use(byte[]::clone))).isTrue();
    assertThat(vault.share(BOARD, 2, 2)).isEmpty();
    assertThat(vault.share(OTHER_BOARD, 1, 2)).isEmpty();
    assertThatThrownBy(() -> vault.share(BOARD, 1, 3)).isInstanceOf(NodeException.class);

    Path ofEpochOne = files().getFirst();
    Path asEpochTwo = Path.of(ofEpochOne.toString().replace("-1.sealed", "-2.sealed"));
    Files.copy(ofEpochOne, asEpochTwo);
    assertThatThrownBy(() -> vault.share(BOARD, 2, 2)).isInstanceOf(NodeException.class);
  }

  @Test
  void givesTheSameDealingUntilItIsForgotten() {
    KeyVault vault = vault("one");
    Bytes first = Bytes.fromHex("01");
    Bytes second = Bytes.fromHex("02");
    assertThat(vault.dealing(BOARD, 1, () -> first)).isEqualTo(first);
    assertThat(vault("one").dealing(BOARD, 1, () -> second)).isEqualTo(first);
    assertThat(vault.dealing(OTHER_BOARD, 1, () -> second)).isEqualTo(second);
    assertThat(vault.dealing(BOARD, 2, () -> second)).isEqualTo(second);
    vault.forgetDealings(BOARD, 2);
    assertThat(vault.dealing(BOARD, 1, () -> second)).isEqualTo(second);
  }

  @Test
  void letsOnlyTheOwnerReadItsFiles() throws IOException {
    KeyVault vault = vault("one");
    vault.keys().close();
    vault.storeShare(BOARD, 1, 2, share());
    vault.dealing(BOARD, 1, () -> Bytes.fromHex("01"));
    assertThat(files()).hasSize(3);
    for (Path file : files()) {
      assertThat(Files.getPosixFilePermissions(file))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
