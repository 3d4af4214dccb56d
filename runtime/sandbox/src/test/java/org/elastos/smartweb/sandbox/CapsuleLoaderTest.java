// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.sandbox.bundle.Bundle;
import org.elastos.smartweb.sandbox.bundle.CapsuleLimits;
import org.elastos.smartweb.sandbox.bundle.Manifest;
import org.junit.jupiter.api.Test;

class CapsuleLoaderTest {
  private final CapsuleLoader loader = new CapsuleLoader(Bundles.host());

  private void assertRefused(LoadOutcome outcome, RefusalCode code) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            LoadOutcome.Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(code);
              assertThat(refused.stage()).isEqualTo(code.stage());
              assertThat(refused.detail()).isNotEmpty();
            });
  }

  private LoadOutcome load(Bundle bundle, LoadPolicy policy) {
    return loader.load(bundle.encode(), policy);
  }

  private LoadOutcome load(Bundle bundle) {
    return load(bundle, LoadPolicy.standard());
  }

  @Test
  void loadsWhatIsSignedAndWhole() {
    Bundle bundle = Bundles.signed(Bundles.returning(7));

    assertThat(load(bundle))
        .isInstanceOfSatisfying(
            LoadOutcome.Loaded.class,
            loaded -> {
              assertThat(loaded.capsule().releaseId()).isEqualTo(bundle.releaseId());
              assertThat(loaded.capsule().appId()).isEqualTo(bundle.manifest().appId());
              assertThat(loaded.capsule().manifest()).isEqualTo(bundle.manifest());
            });
    assertThat(loader.verify(bundle.encode(), LoadPolicy.standard())).isEmpty();
    assertThat(Bundles.run(bundle, Grants.of()))
        .isInstanceOfSatisfying(
            RunOutcome.Finished.class, finished -> assertThat(finished.code()).isEqualTo(7));
  }

  @Test
  void refusesEveryFlippedByteOfASmallBundle() {
    byte[] file = Bundles.signed(Bundles.returning(7)).encode();
    List<Integer> accepted = new ArrayList<>();
    for (int at = 0; at < file.length; at++) {
      for (int flip : new int[] {1 << (at % 8), 0xFF}) {
        file[at] ^= (byte) flip;
        if (loader.load(file, LoadPolicy.standard()) instanceof LoadOutcome.Loaded) {
          accepted.add(at);
        }
        file[at] ^= (byte) flip;
      }
    }
    assertThat(accepted).isEmpty();
  }

  @Test
  void refusesSampledFlipsOfTheRealPlayer() {
    byte[] file = OwnCapsules.audioPlayer(Bundles.DEVELOPER).encode();
    long seed = new Random().nextLong();
    var random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      int bit = random.nextInt(file.length * 8);
      file[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThat(loader.verify(file, LoadPolicy.standard()))
          .as("seed %d bit %d", seed, bit)
          .isPresent();
      file[bit / 8] ^= (byte) (1 << (bit % 8));
    }
  }

  @Test
  void refusesEveryTruncationAndExtension() {
    byte[] file = Bundles.signed(Bundles.returning(7)).encode();
    for (int length = 0; length < file.length; length++) {
      assertRefused(
          loader.load(Arrays.copyOf(file, length), LoadPolicy.standard()),
          RefusalCode.BUNDLE_MALFORMED);
    }
    assertRefused(
        loader.load(Arrays.copyOf(file, file.length + 1), LoadPolicy.standard()),
        RefusalCode.BUNDLE_MALFORMED);
  }

  @Test
  void refusesABundleOverItsSize() {
    var policy =
        new LoadPolicy(100, CapsuleLimits.CEILING, ReleaseHistory.none(), Optional.empty());

    assertRefused(load(Bundles.signed(Bundles.returning(7)), policy), RefusalCode.BUNDLE_TOO_LARGE);
  }

  @Test
  void refusesLimitsAboveTheCeilingOneByOne() {
    List<UnaryOperator<CapsuleLimits>> greedy =
        List.of(
            l -> new CapsuleLimits(65, l.tableElements(), 1, 1, 1),
            l -> new CapsuleLimits(1, 1_001, 1, 1, 1),
            l -> new CapsuleLimits(1, 1, l.cpuMillis() + 1, 1, 1),
            l -> new CapsuleLimits(1, 1, 1, l.wallMillis() + 1, 1),
            l -> new CapsuleLimits(1, 1, 1, 1, l.calls() + 1));
    var policy = new LoadPolicy(1 << 20, Bundles.SMALL, ReleaseHistory.none(), Optional.empty());
    for (UnaryOperator<CapsuleLimits> change : greedy) {
      Manifest draft = Bundles.limited(Bundles.draft(), change.apply(Bundles.SMALL));
      Bundle bundle = Bundles.pack(draft, Bundles.returning(7)).sign(Bundles.DEVELOPER);
      assertRefused(load(bundle, policy), RefusalCode.LIMITS_EXCEEDED);
    }
  }

  @Test
  void refusesWhatNobodySigned() {
    Bundle bundle = Bundles.pack(Bundles.draft(), Bundles.returning(7));

    assertRefused(load(bundle), RefusalCode.SIGNATURE_MISSING);
  }

  @Test
  void refusesAStrangersSignatureOverSomebodyElsesApp() {
    Bundle bundle = Bundles.pack(Bundles.draft(), Bundles.returning(7)).sign(Bundles.STRANGER);

    assertRefused(load(bundle), RefusalCode.SIGNER_UNKNOWN);
  }

  @Test
  void refusesASignatureOfAnotherRelease() {
    Bundle signed = Bundles.signed(Bundles.returning(7));
    Bundle other = Bundles.pack(Bundles.draft(), Bundles.returning(8));
    var moved =
        new Bundle(other.manifest(), other.releaseId(), signed.signatures(), other.modules());

    assertRefused(load(moved), RefusalCode.SIGNATURE_INVALID);
  }

  @Test
  void refusesAModuleThatIsNotTheSignedOne() {
    Bundle signed = Bundles.signed(Bundles.returning(7));
    var swapped =
        new Bundle(
            signed.manifest(),
            signed.releaseId(),
            signed.signatures(),
            List.of(Bytes.of(Bundles.returning(8)), signed.modules().get(1)));

    assertRefused(load(swapped), RefusalCode.MODULE_HASH_MISMATCH);
  }

  @Test
  void refusesAMainModuleWithoutItsEntry() {
    var wasm = new Wasm();
    byte[] wrongType =
        wasm.export("capsule_start", wasm.function("i", "i", "", Wasm.i32(0))).build();

    assertRefused(load(Bundles.signed(wrongType)), RefusalCode.ENTRY_MISSING);
    assertRefused(
        load(
            Bundles.pack(Bundles.draft(), Bundles.returning(1), Bundles.returning(0))
                .sign(Bundles.DEVELOPER)),
        RefusalCode.ENTRY_MISSING);
  }

  @Test
  void refusesCallsOutsideTheTable() {
    for (String[] wanted :
        List.of(
            new String[] {"capsule1", "socket", "i", "i"},
            new String[] {"wasi_snapshot_preview1", "open", "iii", "i"},
            new String[] {"capsule1", "open", "iii", "I"},
            new String[] {"capsule1", "open", "ii", "i"})) {
      assertRefused(load(importing(wanted, "content")), RefusalCode.IMPORT_UNKNOWN);
    }
  }

  @Test
  void refusesCallsThatTheManifestDidNotAskFor() {
    String[] open = {"capsule1", "open", "iii", "i"};
    String[] clock = {"capsule1", "clock", "i", "I"};
    String[] self = {"capsule1", "self_length", "i", "I"};

    assertRefused(load(importing(open)), RefusalCode.IMPORT_NOT_REQUESTED);
    assertRefused(load(importing(open, "call:log")), RefusalCode.IMPORT_NOT_REQUESTED);
    assertRefused(load(importing(clock, "audio")), RefusalCode.IMPORT_NOT_REQUESTED);
    assertRefused(load(importing(self, "audio")), RefusalCode.IMPORT_NOT_REQUESTED);
    assertThat(load(importing(clock, "call:clock"))).isInstanceOf(LoadOutcome.Loaded.class);
  }

  @Test
  void theLoaderModuleMayReadTheBundleOnly() {
    for (String[] wanted :
        List.of(
            new String[] {"capsule1", "open", "iii", "i"},
            new String[] {"capsule1", "log", "iii", "i"})) {
      var wasm = new Wasm();
      wasm.importing(wanted[0], wanted[1], wanted[2], wanted[3]);
      byte[] module =
          wasm.export("capsule_verify", wasm.function("", "i", "", Wasm.i32(0))).build();
      Bundle bundle =
          Bundles.pack(Bundles.draft("content", "call:log"), Bundles.returning(1), module)
              .sign(Bundles.DEVELOPER);
      assertRefused(load(bundle), RefusalCode.IMPORT_NOT_REQUESTED);
    }
  }

  private static Bundle importing(String[] wanted, String... requests) {
    Wasm wasm = new Wasm();
    wasm.importing(wanted[0], wanted[1], wanted[2], wanted[3]);
    byte[] main = wasm.export("capsule_start", wasm.function("", "i", "", Wasm.i32(0))).build();
    return Bundles.signed(main, requests);
  }

  @Test
  void theEngineStillRefusesCodeOfWrongTypes() {
    var wasm = new Wasm();
    byte[] bad = wasm.export("capsule_start", wasm.function("", "i", "", Wasm.i64(1))).build();

    assertRefused(load(Bundles.signed(bad)), RefusalCode.ENGINE_REFUSED);
  }

  @Test
  void aLoaderThatSaysNoIsObeyed() {
    var wasm = new Wasm();
    byte[] no = wasm.export("capsule_verify", wasm.function("", "i", "", Wasm.i32(1))).build();
    var trap = new Wasm();
    byte[] traps = trap.export("capsule_verify", trap.function("", "i", "", Wasm.op(0x00))).build();

    for (byte[] module : List.of(no, traps)) {
      Bundle bundle =
          Bundles.pack(Bundles.draft(), Bundles.returning(1), module).sign(Bundles.DEVELOPER);
      assertRefused(load(bundle), RefusalCode.SELF_CHECK_FAILED);
    }
  }

  @Test
  void theCapsulesOwnLoaderRefusesAModuleSwappedAfterTheHostsChecks() {
    Bundle real = OwnCapsules.audioPlayer(Bundles.DEVELOPER);
    byte[] player = real.modules().getFirst().bytes();
    byte[] padded = Wasm.cat(player, Wasm.raw(0, Wasm.name("x")));
    var sameLength = player.clone();
    sameLength[sameLength.length - 1] ^= 1;

    assertThat(loader.prepare(real, LoadPolicy.standard())).isInstanceOf(LoadOutcome.Loaded.class);
    for (byte[] swapped : List.of(padded, sameLength)) {
      var changed =
          new Bundle(
              real.manifest(),
              real.releaseId(),
              real.signatures(),
              List.of(Bytes.of(swapped), real.modules().get(1)));
      assertRefused(loader.prepare(changed, LoadPolicy.standard()), RefusalCode.SELF_CHECK_FAILED);
    }
  }
}
