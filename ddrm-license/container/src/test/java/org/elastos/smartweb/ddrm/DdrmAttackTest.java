// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.cbor.DagCbor;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.ddrm.StatementBody.Place;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a container refuses: changed bits, moved records, other keys, and files made to deceive.
class DdrmAttackTest {
  @TempDir static Path folder;

  private static Containers.Made made;
  private static byte[] good;
  private static byte[] content;

  @BeforeAll
  static void make() throws IOException {
    content = Containers.content(60_000);
    made = Containers.make(folder.resolve("w.ddrm"), content);
    good = Files.readAllBytes(made.file());
  }

  /// Every bit of the fixed part, the core and the MAC, every 13th of the statements, then samples
  /// of padding and records. An envelope's own bytes may change unnoticed here: the commitment
  /// checks the key that comes out of them.
  @Test
  void refusesEveryFlippedBit() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    int head = made.core().head();
    int used = lastUsed() + 1;
    int statements = 64 + good(16) + 32;
    int envelopes = used - good(24);
    assertThat(statements).isGreaterThan(300);
    for (int bit = 0; bit < envelopes * 8; bit += bit < statements * 8 ? 1 : 13) {
      assertThat(deceives(flipped(bit))).as("bit %d", bit).isFalse();
    }
    for (int i = 0; i < 150; i++) {
      int padding = random.nextInt(used, head) * 8 + random.nextInt(8);
      assertThat(deceives(flipped(padding))).as("seed %d bit %d", seed, padding).isFalse();
      int payload = random.nextInt(head, good.length) * 8 + random.nextInt(8);
      assertThat(deceives(flipped(payload))).as("seed %d bit %d", seed, payload).isFalse();
    }
  }

  @Test
  void refusesTruncationExtensionAndMovedRecords() {
    int slot = made.core().pre().slot();
    int head = made.core().head();
    for (int cut :
        new int[] {1, 15, 16, 17, slot, slot + 1, good.length - head, good.length - 10}) {
      assertThat(deceives(Arrays.copyOf(good, good.length - cut))).as("cut %d", cut).isFalse();
    }
    assertThat(deceives(Arrays.copyOf(good, good.length + 1))).isFalse();
    assertThat(deceives(Arrays.copyOf(good, good.length + slot))).isFalse();
    byte[] swapped = good.clone();
    System.arraycopy(good, head, swapped, head + slot, slot);
    System.arraycopy(good, head + slot, swapped, head, slot);
    assertThat(deceives(swapped)).isFalse();
    byte[] repeated = good.clone();
    System.arraycopy(good, head, repeated, head + slot, slot);
    assertThat(deceives(repeated)).isFalse();
  }

  @Test
  void namesTheDamagedRecordAndHandsOutNothingOfIt() throws IOException {
    int slot = made.core().pre().slot();
    byte[] damaged = good.clone();
    damaged[made.core().head() + 2 * slot + 5] ^= 1;
    Path file = Files.write(folder.resolve("damaged.ddrm"), damaged);
    try (DdrmReader reader = Containers.open(file);
        Unlocked work = Containers.unlock(reader, made.fileKey())) {
      byte[] target = new byte[10];
      int room = slot - 16;
      assertThatThrownBy(() -> work.readInto(2L * room, target, 0, 10))
          .isInstanceOfSatisfying(
              DdrmException.class, fault -> assertThat(fault.record()).isEqualTo(2));
      assertThat(target).containsOnly(0);
      assertThat(work.readInto(0, target, 0, 10)).isEqualTo(10);
      assertThat(reader.isWhole()).isFalse();
    }
  }

  @Test
  void refusesAnotherKeyByCommitment() {
    try (DdrmReader reader = Containers.open(made.file())) {
      assertThat(reader.unlock(SecretBytes.copyOf(new byte[32])))
          .isEqualTo(new DdrmReader.Unlocking.Refused(DdrmRefusal.WRONG_KEY));
      assertThat(reader.unlock(SecretBytes.copyOf(new byte[16])))
          .isEqualTo(new DdrmReader.Unlocking.Refused(DdrmRefusal.WRONG_KEY));
    }
  }

  /// A file key is bound to one file: a second work's key, whose own commitment is right, opens
  /// nothing here, whatever its envelope says.
  @Test
  void opensOneFileWithOneKeyOnly() {
    Containers.Made second = Containers.make(folder.resolve("second.ddrm"), content);
    try (DdrmReader reader = Containers.open(made.file());
        DdrmReader other = Containers.open(second.file())) {
      assertThat(reader.unlock(second.fileKey()))
          .isEqualTo(new DdrmReader.Unlocking.Refused(DdrmRefusal.WRONG_KEY));
      assertThat(other.unlock(second.fileKey())).isInstanceOf(DdrmReader.Unlocking.Opened.class);
    }
  }

  /// A changed `pre` with every keyless check made to fit again: the key no longer follows.
  @Test
  void bindsThePayloadKeyToThePre() throws IOException {
    Core core = made.core();
    Pre moved = new Pre(core.pre().creator(), "video/mp4", core.pre().salt(), core.pre().slot());
    Core changed = Core.of(moved, core.commit(), core.head(), core.length(), core.root());
    Header header = new Header(changed, made.written().header().mac(), List.of(), List.of());
    try (DdrmReader reader = Containers.open(withHeader("pre.ddrm", header))) {
      assertThat(reader.unlock(made.fileKey()))
          .isEqualTo(new DdrmReader.Unlocking.Refused(DdrmRefusal.WRONG_KEY));
    }
    Core recommitted =
        Core.of(
            moved,
            new KeySchedule(made.fileKey(), moved).commit(),
            core.head(),
            core.length(),
            core.root());
    byte[] mac =
        new KeySchedule(made.fileKey(), moved)
            .mac(Header.first16(core.head()), recommitted.encoded().bytes());
    Header forged = new Header(recommitted, Bytes.of(mac), List.of(), List.of());
    try (DdrmReader reader = Containers.open(withHeader("forged.ddrm", forged));
        Unlocked work = Containers.unlock(reader, made.fileKey())) {
      assertThatThrownBy(() -> work.readInto(0, new byte[1], 0, 1))
          .isInstanceOf(DdrmException.class);
    }
  }

  @Test
  void refusesAMacOfOtherBytes() throws IOException {
    Header old = made.written().header();
    byte[] mac = old.mac().bytes();
    mac[31] ^= 1;
    Header header = new Header(old.core(), Bytes.of(mac), old.statements(), old.envelopes());
    try (DdrmReader reader = Containers.open(withHeader("mac.ddrm", header))) {
      assertThat(reader.unlock(made.fileKey()))
          .isEqualTo(new DdrmReader.Unlocking.Refused(DdrmRefusal.HEADER_DAMAGED));
    }
  }

  @Test
  void refusesStatementsThatTheCreatorDidNotMakeOrThatBreakTheirChain() throws IOException {
    AssetId asset = made.core().assetId();
    Terms first = Works.terms(Place.first(asset));
    Terms second = Works.terms(Place.after(first));
    Terms fewer =
        new Terms(
            Place.after(first), Policy.of(Works.way(1)), first.rendering(), first.committees());
    Statement good0 = Statement.sign(Containers.CREATOR, first);
    for (List<Statement> wrong :
        List.of(
            List.of(Statement.sign(Works.creator(2), first)),
            List.of(Statement.sign(Containers.CREATOR, second)),
            List.of(good0, Statement.sign(Containers.CREATOR, fewer)),
            List.of(good0, good0))) {
      Header old = made.written().header();
      Header header = new Header(old.core(), old.mac(), wrong, old.envelopes());
      assertThat(refusal(Files.readAllBytes(withHeader("s.ddrm", header))))
          .isEqualTo(DdrmRefusal.BAD_STATEMENT);
    }
  }

  @Test
  void refusesPassphraseEnvelopesAndSkipsUnknownOnes() throws IOException {
    Header old = made.written().header();
    Envelope passphrase = new Envelope(Envelope.PASSPHRASE, Bytes.EMPTY);
    Header wrong = new Header(old.core(), old.mac(), old.statements(), List.of(passphrase));
    assertThat(refusal(Files.readAllBytes(withHeader("e.ddrm", wrong))))
        .isEqualTo(DdrmRefusal.ENVELOPE_NOT_ALLOWED);
    Header unknown =
        new Header(old.core(), old.mac(), old.statements(), List.of(new Envelope(99, Bytes.EMPTY)));
    try (DdrmReader reader = Containers.open(withHeader("u.ddrm", unknown))) {
      assertThat(reader.envelopes()).hasSize(1);
    }
  }

  @Test
  void namesWhatIsWrongWithAHeader() {
    refuses(DdrmRefusal.NOT_DDRM, file -> file.put(1, (byte) 'X'));
    refuses(DdrmRefusal.UNSUPPORTED_VERSION, file -> file.putShort(8, (short) 2));
    refuses(DdrmRefusal.UNSUPPORTED_VERSION, file -> file.putInt(28, 1));
    refuses(DdrmRefusal.BAD_LENGTHS, file -> file.putInt(12, Integer.MAX_VALUE));
    refuses(DdrmRefusal.BAD_LENGTHS, file -> file.putInt(12, 1 << 14));
    refuses(DdrmRefusal.BAD_LENGTHS, file -> file.putInt(12, good(12) + (1 << 14)));
    refuses(DdrmRefusal.BAD_LENGTHS, file -> file.putInt(12, Core.MAX_HEAD));
    for (int at : new int[] {16, 20, 24}) {
      refuses(DdrmRefusal.BAD_LENGTHS, file -> file.putInt(at, 0));
      refuses(DdrmRefusal.BAD_LENGTHS, file -> file.putInt(at, -1));
      refuses(DdrmRefusal.BAD_LENGTHS, file -> file.putInt(at, Integer.MAX_VALUE));
    }
    refuses(DdrmRefusal.BAD_CORE, file -> file.putInt(16, good(16) - 1));
    refuses(DdrmRefusal.BAD_CORE, file -> file.put(64, (byte) 0));
    refuses(DdrmRefusal.ASSET_MISMATCH, file -> file.put(40, (byte) (file.get(40) ^ 1)));
    refuses(DdrmRefusal.BAD_STATEMENT, file -> file.putInt(20, good(20) - 1));
    refuses(DdrmRefusal.BAD_ENVELOPE, file -> file.putInt(24, good(24) + 1));
    refuses(DdrmRefusal.PADDING_NOT_ZERO, file -> file.put(good(12) - 1, (byte) 1));
    assertThat(refusal(new byte[10])).isEqualTo(DdrmRefusal.NOT_DDRM);
    assertThat(refusal(Arrays.copyOf(good, good.length + 1)))
        .isEqualTo(DdrmRefusal.WRONG_FILE_LENGTH);
    assertThat(refusal(Arrays.copyOf(good, 100))).isEqualTo(DdrmRefusal.BAD_LENGTHS);
  }

  /// The same core in a second encoding (a longer integer) has another hash and is no core.
  @Test
  void refusesACoreInASecondEncoding() {
    byte[] core = made.core().encoded().bytes();
    byte[] longer = new byte[core.length + 1];
    int at = new String(core, StandardCharsets.ISO_8859_1).indexOf("av\u0001");
    assertThat(at).isPositive();
    System.arraycopy(core, 0, longer, 0, at + 2);
    longer[at + 2] = 0x18;
    System.arraycopy(core, at + 2, longer, at + 3, core.length - at - 2);
    assertThat(Core.parse(longer).toOptional()).isEmpty();
    TreeMap<String, Cbor> entries = new TreeMap<>(((Cbor.Dict) DagCbor.decode(core)).entries());
    assertThat(new Cbor.Dict(entries).encode()).isEqualTo(core);
  }

  @Test
  void givesEachRefusalAStableWord() {
    assertThat(Arrays.stream(DdrmRefusal.values()).map(DdrmRefusal::code))
        .doesNotHaveDuplicates()
        .allMatch(code -> code.matches("[a-z_]+"));
  }

  private static void refuses(DdrmRefusal refusal, Consumer<ByteBuffer> change) {
    byte[] changed = good.clone();
    change.accept(ByteBuffer.wrap(changed));
    assertThat(refusal(changed)).isEqualTo(refusal);
  }

  private static DdrmRefusal refusal(byte[] file) {
    return ((DdrmReader.Opening.Refused) DdrmReader.open(new MemoryChannel(file))).refusal();
  }

  /// Whether a changed file opens, unlocks and gives every byte of the work as if nothing were.
  private static boolean deceives(byte[] file) {
    if (!(DdrmReader.open(new MemoryChannel(file))
        instanceof DdrmReader.Opening.Opened(DdrmReader reader))) {
      return false;
    }
    if (!(reader.unlock(made.fileKey()) instanceof DdrmReader.Unlocking.Opened(Unlocked work))) {
      return false;
    }
    try {
      return work.readInto(0, new byte[content.length], 0, content.length) == content.length;
    } catch (DdrmException e) {
      return false;
    }
  }

  private static byte[] flipped(int bit) {
    byte[] changed = good.clone();
    changed[bit / 8] ^= (byte) (1 << bit % 8);
    return changed;
  }

  private static int good(int at) {
    return ByteBuffer.wrap(good).getInt(at);
  }

  private static int lastUsed() {
    return 64 + good(16) + 32 + good(20) + good(24) - 1;
  }

  private static Path withHeader(String name, Header header) throws IOException {
    byte[] changed = good.clone();
    byte[] bytes = header.encode().orElseThrow().bytes();
    System.arraycopy(bytes, 0, changed, 0, bytes.length);
    return Files.write(folder.resolve(name), changed);
  }
}
