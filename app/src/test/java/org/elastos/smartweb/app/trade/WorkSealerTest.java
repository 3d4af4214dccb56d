// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.LocalWallet;
import org.elastos.smartweb.crypto.SealedFile;
import org.elastos.smartweb.ddrm.AppId;
import org.elastos.smartweb.ddrm.Committee;
import org.elastos.smartweb.ddrm.DdrmReader;
import org.elastos.smartweb.ddrm.Envelope;
import org.elastos.smartweb.ddrm.Face;
import org.elastos.smartweb.ddrm.Freshness;
import org.elastos.smartweb.ddrm.RecoveryEnvelope;
import org.elastos.smartweb.ddrm.Unlocked;
import org.elastos.smartweb.market.ChannelRef;
import org.elastos.smartweb.platform.state.SecretFile;
import org.elastos.smartweb.threshold.GroupElement;
import org.elastos.smartweb.threshold.GroupKey;
import org.elastos.smartweb.threshold.ThresholdHeader;
import org.elastos.smartweb.threshold.ThresholdKem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkSealerTest {
  private static final GroupKey GROUP =
      new GroupKey(
          GroupElement.require(
              Bytes.fromHex("0x0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798")
                  .bytes()));
  private static final ChainId CHAIN = new ChainId(31337);
  private static final ChannelRef CHANNEL = new ChannelRef(CHAIN, address("aa"));
  private static final EditionId EDITION = new EditionId(Hash256.fromHex("cd".repeat(32)));
  private static final AppId PLAYER = AppId.fromHex("ef".repeat(32));
  private static final byte[] WORK = "so much music ".repeat(3000).getBytes(StandardCharsets.UTF_8);

  private final SecureRandom random = new SecureRandom();
  @TempDir private Path folder;
  private LocalWallet creator;
  private RecoveryKeys recovery;
  private Path container;

  @BeforeEach
  void begin() {
    creator = LocalWallet.generate(random);
    recovery = new RecoveryKeys(folder.resolve("recovery"), random);
    container = folder.resolve("x.ddrm");
  }

  @Test
  void sealsAWorkThatOneEditionOpensAndStatesWhoMayRenderIt() throws IOException {
    seal();
    Sealed sealed = Sealed.read(container);
    assertThat(sealed.work().creator()).isEqualTo(creator.address());
    assertThat(sealed.work().opensWith(CHANNEL, EDITION)).isTrue();
    assertThat(sealed.work().opensWith(CHANNEL, new EditionId(Hash256.ZERO))).isFalse();
    assertThat(sealed.work().terms().rendering().renderers()).containsOnlyKeys(PLAYER);
    assertThat(sealed.work().terms().rendering().outputs()).containsExactly("audio");
    assertThat(sealed.work().terms().policy().ways().getFirst().freshness())
        .isEqualTo(Freshness.FRESH_PURCHASE);
    assertThat(sealed.work().face().map(Face::name)).contains("Title");
    assertThat(sealed.work().core().length()).isEqualTo(WORK.length);
    assertThat(sealed.cid()).startsWith("b");
  }

  @Test
  void wrapsTheKeyForTheCommitteeAndBoundToAssetAndPolicy() throws IOException {
    seal();
    try (DdrmReader reader = reader()) {
      ThresholdHeader header = ThresholdHeader.require(envelope(reader, Envelope.THRESHOLD));
      Hash256 asset = reader.core().assetId().hash();
      assertThat(header.gk()).isEqualTo(GROUP.gk());
      assertThat(header.policyHash()).isEqualTo(reader.terms().orElseThrow().policy().hash());
      assertThat(ThresholdKem.check(header, asset)).isPresent();
      assertThat(ThresholdKem.check(header, Hash256.ZERO)).isEmpty();
    }
  }

  @Test
  void letsTheCreatorOpenTheWorkWithTheRecoveryKeyAlone() throws IOException {
    byte[] seen = seal();
    try (DdrmReader reader = reader();
        SecretBytes password =
            SecretBytes.take(
                SecretFile.read(recovery.passwordFile("ana")).getBytes(StandardCharsets.UTF_8))) {
      SealedFile.Opening.Opened seed =
          (SealedFile.Opening.Opened)
              SealedFile.read(recovery.sealedSeed("ana"), RecoveryKeys.PURPOSE, password);
      Envelope envelope =
          new Envelope(Envelope.RECOVERY, Bytes.of(envelope(reader, Envelope.RECOVERY)));
      Optional<SecretBytes> key = RecoveryEnvelope.open(reader.core(), envelope, seed.secret());
      assertThat(key.orElseThrow().matches(seen)).isTrue();
      DdrmReader.Unlocking.Opened opened =
          (DdrmReader.Unlocking.Opened) reader.unlock(key.orElseThrow());
      try (Unlocked work = opened.work()) {
        byte[] plain = new byte[WORK.length];
        int read = 0;
        while (read < plain.length) {
          read += work.readInto(read, plain, read, plain.length - read);
        }
        assertThat(plain).isEqualTo(WORK);
      }
    }
  }

  @Test
  void keepsTheRecoveryKeyOfAWallet() {
    Bytes first = recovery.publicKey("ana");
    assertThat(new RecoveryKeys(folder.resolve("recovery"), random).publicKey("ana"))
        .isEqualTo(first);
    assertThat(recovery.publicKey("ben")).isNotEqualTo(first);
  }

  @Test
  void refusesAContainerWithOneFlippedByte() throws IOException {
    seal();
    byte[] bytes = Files.readAllBytes(container);
    bytes[bytes.length - 1] ^= 1;
    Files.write(container, bytes);
    assertThatThrownBy(() -> Sealed.read(container))
        .isInstanceOfSatisfying(
            CommandFailure.class,
            failure -> assertThat(failure.code()).isEqualTo("container_damaged"));
  }

  @Test
  void reportsWhatAnybodyCanSee() throws IOException {
    seal();
    try (DdrmReader reader = reader()) {
      assertThat(ContainerReport.of(reader))
          .containsEntry("asset", reader.core().assetId().toString())
          .containsEntry("name", "Title")
          .containsEntry("whole", true)
          .containsEntry("length", (long) WORK.length)
          .containsKey("terms");
      assertThat(ContainerReport.of(reader).get("envelopes").toString())
          .contains("threshold")
          .contains("recovery");
    }
  }

  /// @return the file key that the watch saw
  private byte[] seal() throws IOException {
    byte[] seen = new byte[32];
    Path work = Files.write(folder.resolve("work"), WORK);
    Bytes icon = Icons.of(Optional.empty());
    new WorkSealer(random)
        .seal(
            work,
            new WorkSealer.Job(
                creator,
                new WorkSealer.Look("audio/ogg", "Title", "en", icon),
                new WorkSealer.Right(CHANNEL, EDITION),
                new WorkSealer.Guard(new Committee(GROUP.gk(), CHAIN, address("bb")), GROUP),
                recovery.publicKey("ana"),
                PLAYER),
            key ->
                key.use(raw -> {
                  System.arraycopy(raw, 0, seen, 0, raw.length);
                  return raw.length;
                }),
            container);
    assertThat(Arrays.equals(seen, new byte[32])).isFalse();
    return seen;
  }

  private DdrmReader reader() {
    return ((DdrmReader.Opening.Opened) DdrmReader.open(container)).reader();
  }

  private static byte[] envelope(DdrmReader reader, int kind) {
    List<Envelope> found = reader.envelopes().stream().filter(one -> one.kind() == kind).toList();
    assertThat(found).hasSize(1);
    return found.getFirst().body().bytes();
  }

  private static EvmAddress address(String octet) {
    return EvmAddress.fromHex("0x" + octet.repeat(20));
  }
}
