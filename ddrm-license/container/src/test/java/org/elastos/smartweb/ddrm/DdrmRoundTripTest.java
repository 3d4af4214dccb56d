// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.content.UnixFsBuilder;
import org.elastos.smartweb.content.UnixFsProfile;
import org.elastos.smartweb.crypto.Hpke;
import org.elastos.smartweb.ddrm.StatementBody.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DdrmRoundTripTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      ints = {0, 1, 4079, 4080, 4081, 8160, 200_000, 300_000, 1 << 20, 5_000_000, 12_345_678})
  void givesBackEveryByte(int length) throws IOException {
    byte[] content = Containers.content(length);
    Containers.Made made = Containers.make(folder.resolve("w.ddrm"), content);
    try (DdrmReader reader = Containers.open(made.file());
        Unlocked work = Containers.unlock(reader, made.fileKey())) {
      byte[] back = new byte[length];
      assertThat(work.length()).isEqualTo(length);
      assertThat(work.readInto(0, back, 0, length)).isEqualTo(length == 0 ? -1 : length);
      assertThat(back).isEqualTo(content);
      assertThat(reader.isWhole()).isTrue();
      assertThat(reader.core()).isEqualTo(made.core());
    }
    assertThat(Files.size(made.file())).isEqualTo(made.core().fileLength());
    assertThat(UnixFsBuilder.of(made.file(), UnixFsProfile.UNIXFS_V1_2025).root())
        .isEqualTo(made.written().blocks().root());
  }

  @Test
  void readsAnyRange() {
    byte[] content = Containers.content(300_000);
    Containers.Made made = Containers.make(folder.resolve("w.ddrm"), content);
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    try (DdrmReader reader = Containers.open(made.file());
        Unlocked work = Containers.unlock(reader, made.fileKey())) {
      for (int i = 0; i < 300; i++) {
        int position = random.nextInt(300_000);
        byte[] target = new byte[random.nextInt(1, 40_000)];
        int read = work.readInto(position, target, 0, target.length);
        assertThat(Arrays.copyOf(target, read))
            .as("seed %d", seed)
            .isEqualTo(Arrays.copyOfRange(content, position, position + read));
        assertThat(read).isEqualTo(Math.min(target.length, 300_000 - position));
      }
      assertThat(work.readInto(300_000, new byte[1], 0, 1)).isEqualTo(-1);
      for (int[] wrong : new int[][] {{-1, 0, 1}, {0, -1, 1}, {0, 0, -1}, {0, 1, 1}}) {
        assertThatThrownBy(() -> work.readInto(wrong[0], new byte[1], wrong[1], wrong[2]))
            .isInstanceOf(IndexOutOfBoundsException.class);
      }
    }
  }

  @Test
  void giveNothingOnceClosed() {
    Containers.Made made = Containers.make(folder.resolve("w.ddrm"), Containers.content(10));
    try (DdrmReader reader = Containers.open(made.file())) {
      Unlocked work = Containers.unlock(reader, made.fileKey());
      work.close();
      assertThatThrownBy(() -> work.readInto(0, new byte[1], 0, 1))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void takesStreamsOfUnknownLengthInLargeSlots() {
    Containers.Made made =
        Containers.make(folder.resolve("w.ddrm"), Containers.content(70_000), OptionalLong.empty());
    assertThat(made.core().pre().slot()).isEqualTo(1 << 16);
    assertThat(made.core().records()).isEqualTo(2);
  }

  @Test
  void givesTwoEncryptionsOfOneWorkDifferentIds() {
    byte[] content = Containers.content(1000);
    Containers.Made one = Containers.make(folder.resolve("1.ddrm"), content);
    Containers.Made two = Containers.make(folder.resolve("2.ddrm"), content);
    assertThat(one.core().assetId()).isNotEqualTo(two.core().assetId());
  }

  @Test
  void carriesStatementsAndEnvelopes() {
    Containers.Made made = Containers.make(folder.resolve("w.ddrm"), Containers.content(10));
    try (DdrmReader reader = Containers.open(made.file())) {
      AssetId asset = made.core().assetId();
      assertThat(reader.terms()).contains(Works.terms(Place.first(asset)));
      assertThat(reader.face()).contains(Works.face(Place.first(asset)));
      assertThat(reader.header().termsStatement().orElseThrow().signer())
          .contains(Containers.CREATOR.address());
      assertThat(reader.envelopes()).hasSize(1);
    }
  }

  @Test
  void leavesNothingBehindWhenItFails() throws IOException {
    Path target = folder.resolve("w.ddrm");
    InputStream broken = InputStream.nullInputStream();
    broken.close();
    DdrmWriter writer = new DdrmWriter(new SecureRandom());
    DdrmWriter.Recipe recipe =
        DdrmWriter.Recipe.of(Works.CHANNEL, "audio/ogg", OptionalLong.of(10));
    List<SecretBytes> keys = new ArrayList<>();
    assertThatThrownBy(() -> writer.encrypt(broken, recipe, Containers.dressing(keys), target))
        .isInstanceOf(DdrmException.class);
    try (var entries = Files.list(folder)) {
      assertThat(entries).isEmpty();
    }
  }

  /// A header never grows past the length that its core states.
  @Test
  void refusesToDressBeyondTheHeader() {
    DdrmWriter writer = new DdrmWriter(new SecureRandom());
    DdrmWriter.Recipe narrow =
        new DdrmWriter.Recipe(Works.CHANNEL, "audio/ogg", OptionalLong.of(1), 0);
    DdrmWriter.Dressing fat =
        new DdrmWriter.Dressing() {
          @Override
          public List<Statement> statements(Core core) {
            return List.of();
          }

          @Override
          public List<Envelope> envelopes(Core core, SecretBytes fileKey) {
            return List.of(new Envelope(9, Bytes.of(new byte[Header.MIN_HEAD])));
          }
        };
    assertThatThrownBy(() ->
            writer.encrypt(
                new ByteArrayInputStream(new byte[1]), narrow, fat, folder.resolve("w.ddrm")))
        .isInstanceOf(DdrmException.class);
    assertThatThrownBy(() -> Header.headFor(1 << 20, 1 << 12))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Header.headFor(1000, 1 << 16)).isEqualTo(1 << 16);
    assertThat(Header.headFor(1 << 19, 1 << 12)).isEqualTo(1 << 20);
  }

  @Test
  void opensTheRecoveryEnvelopeWithItsKeyOnly() {
    Containers.Made made = Containers.make(folder.resolve("w.ddrm"), Containers.content(10));
    SecretBytes seed = SecretBytes.copyOf(Containers.content(32));
    SecretBytes other = SecretBytes.copyOf(new byte[32]);
    Envelope envelope =
        RecoveryEnvelope.seal(
            made.core(), made.fileKey(), Hpke.publicKey(seed), new SecureRandom());
    SecretBytes key = RecoveryEnvelope.open(made.core(), envelope, seed).orElseThrow();
    try (DdrmReader reader = Containers.open(made.file())) {
      assertThat(reader.unlock(key)).isInstanceOf(DdrmReader.Unlocking.Opened.class);
    }
    assertThat(RecoveryEnvelope.open(made.core(), envelope, other)).isEmpty();
    Core another = Containers.make(folder.resolve("x.ddrm"), Containers.content(10)).core();
    assertThat(RecoveryEnvelope.open(another, envelope, seed)).isEmpty();
    Envelope junk = new Envelope(Envelope.RECOVERY, Bytes.of(new byte[] {1}));
    assertThat(RecoveryEnvelope.open(made.core(), junk, seed)).isEmpty();
    Envelope threshold = new Envelope(Envelope.THRESHOLD, envelope.body());
    assertThat(RecoveryEnvelope.open(made.core(), threshold, seed)).isEmpty();
    assertThatThrownBy(() ->
            RecoveryEnvelope.seal(made.core(), made.fileKey(), Bytes.EMPTY, new SecureRandom()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keepsNewerStatementsAndEnvelopesBesideTheFile() throws IOException {
    Containers.Made made = Containers.make(folder.resolve("w.ddrm"), Containers.content(10));
    AssetId asset = made.core().assetId();
    Face face = Works.face(Place.first(asset));
    Face renamed = new Face(Place.after(face), "Renamed", new Face.Icon.None(), "en");
    Terms thief = Works.terms(Place.after(Works.terms(Place.first(asset))));
    Envelope lease = new Envelope(Envelope.DEVICE, Bytes.of(new byte[3]));
    Envelope known = made.written().header().envelopes().getFirst();
    new Sidecar(
            asset,
            List.of(
                Statement.sign(Containers.CREATOR, renamed),
                Statement.sign(Works.creator(2), thief)),
            List.of(known, lease))
        .write(made.file());
    try (DdrmReader reader = Containers.open(made.file())) {
      assertThat(reader.face()).contains(renamed);
      assertThat(reader.terms()).contains(Works.terms(Place.first(asset)));
      assertThat(reader.envelopes()).containsExactly(known, lease);
      assertThat(reader.unlock(made.fileKey())).isInstanceOf(DdrmReader.Unlocking.Opened.class);
    }
  }

  @Test
  void ignoresSidecarsOfOtherWorksAndBrokenOnes() throws IOException {
    Containers.Made made = Containers.make(folder.resolve("w.ddrm"), Containers.content(10));
    Envelope lease = new Envelope(Envelope.DEVICE, Bytes.of(new byte[3]));
    new Sidecar(new AssetId(Works.hash(1)), List.of(), List.of(lease)).write(made.file());
    try (DdrmReader reader = Containers.open(made.file())) {
      assertThat(reader.envelopes()).doesNotContain(lease);
    }
    Files.write(Sidecar.beside(made.file()), new byte[] {1});
    try (DdrmReader reader = Containers.open(made.file())) {
      assertThat(reader.envelopes()).hasSize(1);
    }
  }

  @Test
  void changesOneLeafOnlyWhenTheHeaderChanges() throws IOException {
    Containers.Made made = Containers.make(folder.resolve("w.ddrm"), Containers.content(3_000_000));
    Header old = made.written().header();
    List<Envelope> more = new ArrayList<>(old.envelopes());
    more.add(new Envelope(Envelope.THRESHOLD, Bytes.of(new byte[244])));
    Header rekeyed = new Header(old.core(), old.mac(), old.statements(), more);
    byte[] file = Files.readAllBytes(made.file());
    byte[] header = rekeyed.encode().orElseThrow().bytes();
    System.arraycopy(header, 0, file, 0, header.length);
    Path changed = Files.write(folder.resolve("x.ddrm"), file);
    var before = made.written().blocks().leaves();
    var after = UnixFsBuilder.of(changed, UnixFsProfile.UNIXFS_V1_2025).leaves();
    assertThat(after.subList(1, after.size())).isEqualTo(before.subList(1, before.size()));
    assertThat(after.getFirst()).isNotEqualTo(before.getFirst());
    try (DdrmReader reader = Containers.open(changed)) {
      assertThat(reader.core().assetId()).isEqualTo(made.core().assetId());
      assertThat(reader.isWhole()).isTrue();
      assertThat(reader.unlock(made.fileKey())).isInstanceOf(DdrmReader.Unlocking.Opened.class);
    }
  }
}
