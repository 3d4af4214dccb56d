// SPDX-License-Identifier: MIT
package org.elastos.smartweb.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.SealedFile.Code;
import org.elastos.smartweb.crypto.SealedFile.Opening;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedFileTest {
  private static final SealedFile.Sealing CHEAP =
      new SealedFile.Sealing(new SealedFile.Cost(1 << 10, 1, 1), new SecureRandom());

  private final SecretBytes secret = SecretBytes.take(new byte[] {1, 2, 3});
  private final SecretBytes password = SecretBytes.take(new byte[] {'p', 'w'});

  @TempDir Path folder;

  @Test
  void opensWithTheSamePasswordAndPurpose() {
    byte[] sealed = SealedFile.seal(secret, "share", password, CHEAP);
    assertThat(SealedFile.open(sealed, "share", password))
        .isInstanceOfSatisfying(
            Opening.Opened.class,
            opened -> assertThat(opened.secret().matches(new byte[] {1, 2, 3})).isTrue());
  }

  @Test
  void staysShutForAnotherPasswordPurposeOrBit() {
    byte[] sealed = SealedFile.seal(secret, "share", password, CHEAP);
    SecretBytes wrong = SecretBytes.take(new byte[] {'p', 'v'});
    assertThat(code(SealedFile.open(sealed, "share", wrong))).isEqualTo(Code.WRONG_PASSWORD);
    assertThat(code(SealedFile.open(sealed, "recovery", password))).isEqualTo(Code.WRONG_PASSWORD);
    for (int i = 21; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertThat(code(SealedFile.open(changed, "share", password))).isEqualTo(Code.WRONG_PASSWORD);
    }
  }

  @Test
  void refusesOtherShapes() {
    byte[] sealed = SealedFile.seal(secret, "share", password, CHEAP);
    for (int i = 0; i < 9; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 4;
      assertThat(code(SealedFile.open(changed, "share", password))).isEqualTo(Code.MALFORMED);
    }
    assertThat(code(SealedFile.open(Arrays.copyOf(sealed, 64), "share", password)))
        .isEqualTo(Code.MALFORMED);
    assertThat(code(SealedFile.open(new byte[(1 << 20) + 100], "share", password)))
        .isEqualTo(Code.MALFORMED);
  }

  @Test
  void spendsNoMoreThanItsBounds() {
    byte[] sealed = SealedFile.seal(secret, "share", password, CHEAP);
    for (int i : new int[] {9, 13, 17}) {
      byte[] greedy = sealed.clone();
      greedy[i] = 0x7f;
      assertThat(code(SealedFile.open(greedy, "share", password)))
          .isEqualTo(Code.COST_OUT_OF_BOUNDS);
      byte[] none = sealed.clone();
      Arrays.fill(none, i, i + 4, (byte) 0);
      assertThat(code(SealedFile.open(none, "share", password))).isEqualTo(Code.COST_OUT_OF_BOUNDS);
    }
    assertThatThrownBy(() -> new SealedFile.Cost(1, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    SecretBytes large = SecretBytes.take(new byte[SealedFile.MAX_SECRET_BYTES + 1]);
    assertThatThrownBy(() -> SealedFile.seal(large, "share", password, CHEAP))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void writesForTheOwnerAloneAndReplacesWhole() throws Exception {
    Path file = folder.resolve("share.sealed");
    SealedFile.write(file, SealedFile.seal(secret, "share", password, CHEAP));
    SealedFile.write(file, SealedFile.seal(secret, "share", password, CHEAP));
    assertThat(SealedFile.read(file, "share", password)).isInstanceOf(Opening.Opened.class);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (var entries = Files.list(folder)) {
      assertThat(entries).containsExactly(file);
    }
  }

  @Test
  void namesDiskFaultsAndRefusesLargeFilesUnread() throws Exception {
    Path absent = folder.resolve("absent/file");
    assertThatThrownBy(() -> SealedFile.read(absent, "share", password))
        .isInstanceOf(UncheckedIOException.class);
    assertThatThrownBy(() -> SealedFile.write(absent, new byte[1]))
        .isInstanceOf(UncheckedIOException.class);
    Path large = Files.write(folder.resolve("large"), new byte[(1 << 20) + 100]);
    assertThat(code(SealedFile.read(large, "share", password))).isEqualTo(Code.MALFORMED);
  }

  @Test
  void usesTheStandardCostForKeys() {
    SealedFile.Sealing standard =
        new SealedFile.Sealing(SealedFile.Cost.STANDARD, new SecureRandom());
    byte[] sealed = SealedFile.seal(secret, "share", password, standard);
    assertThat(SealedFile.open(sealed, "share", password)).isInstanceOf(Opening.Opened.class);
  }

  private static Code code(Opening opening) {
    return ((Opening.Refused) opening).code();
  }
}
