// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.ddrm.AppId;
import org.elastos.smartweb.ddrm.Core;
import org.elastos.smartweb.ddrm.DdrmReader;
import org.elastos.smartweb.ddrm.DdrmWriter;
import org.elastos.smartweb.ddrm.Envelope;
import org.elastos.smartweb.ddrm.Statement;
import org.elastos.smartweb.ddrm.Unlocked;
import org.elastos.smartweb.sandbox.abi.StreamTerms;
import org.elastos.smartweb.sandbox.bundle.Bundle;
import org.elastos.smartweb.sandbox.kinds.AudioProvider;
import org.elastos.smartweb.sandbox.kinds.ContentProvider;
import org.elastos.smartweb.sandbox.kinds.DdrmContent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A container all the way to sound: decrypted straight into the guest's memory.
class LicensedPlayTest {
  private static final Bundle PLAYER = OwnCapsules.audioPlayer(Bundles.DEVELOPER);
  private static final Capsule CAPSULE = Bundles.loaded(Bundles.host(), PLAYER);

  @TempDir Path folder;
  private Path file;
  private SecretBytes key;

  @BeforeEach
  void encrypt() {
    List<SecretBytes> keys = new ArrayList<>();
    var dressing =
        new DdrmWriter.Dressing() {
          @Override
          public List<Statement> statements(Core core) {
            return List.of();
          }

          @Override
          public List<Envelope> envelopes(Core core, SecretBytes fileKey) {
            keys.add(fileKey.use(SecretBytes::copyOf));
            return List.of();
          }
        };
    byte[] work = Samples.bytes("stereo.ogg");
    var recipe =
        DdrmWriter.Recipe.of(
            EvmAddress.of(new byte[20]), OwnCapsules.OGG_VORBIS, OptionalLong.of(work.length));
    file = folder.resolve("x.ddrm");
    new DdrmWriter(new SecureRandom())
        .encrypt(new ByteArrayInputStream(work), recipe, dressing, file);
    key = keys.getFirst();
  }

  private int play(RecordedSound sound, AppId renderer) {
    return play(CAPSULE, sound, renderer);
  }

  private int play(Capsule capsule, RecordedSound sound, AppId renderer) {
    var terms = new StreamTerms(Map.of(renderer, 1L), Set.of("audio"));
    try (DdrmReader reader = opened(file);
        Unlocked work = unlocked(reader);
        Run run =
            capsule.start(
                Grants.of(
                    ContentProvider.licensed(new DdrmContent(work), terms),
                    new AudioProvider(sound)))) {
      return run.await() instanceof RunOutcome.Finished finished ? finished.code() : -1;
    }
  }

  private static DdrmReader opened(Path file) {
    return switch (DdrmReader.open(file)) {
      case DdrmReader.Opening.Opened(DdrmReader reader) -> reader;
      case DdrmReader.Opening.Refused refused -> throw new AssertionError(refused.toString());
    };
  }

  private Unlocked unlocked(DdrmReader reader) {
    return switch (reader.unlock(key)) {
      case DdrmReader.Unlocking.Opened(Unlocked work) -> work;
      case DdrmReader.Unlocking.Refused refused -> throw new AssertionError(refused.toString());
    };
  }

  @Test
  void aListedPlayerPlaysTheSealedWork() {
    var plain = new RecordedSound();
    var own = ContentProvider.own(Samples.source(Samples.bytes("stereo.ogg"), 999));
    try (Run run = CAPSULE.start(Grants.of(own, new AudioProvider(plain)))) {
      run.await();
    }
    var sealed = new RecordedSound();

    assertThat(play(sealed, CAPSULE.appId())).isZero();
    assertThat(sealed.samples.toByteArray()).isEqualTo(plain.samples.toByteArray()).isNotEmpty();
  }

  @Test
  void aPlayerThatIsNotListedHearsNothing() {
    var sound = new RecordedSound();

    assertThat(play(sound, AppId.fromHex("11".repeat(32)))).isEqualTo(5);
    assertThat(sound.samples.size()).isZero();
  }

  @Test
  void theGuestsMemoryHoldsTheWorkButNeverItsKey() {
    List<byte[]> memories = new ArrayList<>();
    GuestWitness witness =
        (release, memory) -> memories.add(Arrays.copyOf(memory.array(), memory.length()));
    Host host = Bundles.host();
    Capsule watched =
        Bundles.loaded(new Host(host.clock(), host.random(), host.audit(), witness), PLAYER);

    assertThat(play(watched, new RecordedSound(), watched.appId())).isZero();
    assertThat(memories).hasSize(1);
    byte[] seen = Arrays.copyOf(Samples.bytes("stereo.ogg"), 32);
    assertThat(contains(memories.getFirst(), seen)).isTrue();
    assertThat(key.<Boolean>use(raw -> contains(memories.getFirst(), raw))).isFalse();
  }

  private static boolean contains(byte[] hay, byte[] needle) {
    for (int i = 0; i + needle.length <= hay.length; i++) {
      if (Arrays.equals(hay, i, i + needle.length, needle, 0, needle.length)) {
        return true;
      }
    }
    return false;
  }

  @Test
  void aDamagedRecordStopsThePlayer() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 100] ^= 1;
    Files.write(file, bytes);
    var sound = new RecordedSound();

    assertThat(play(sound, CAPSULE.appId())).isEqualTo(5);
    assertThat(sound.ended).isFalse();
  }
}
