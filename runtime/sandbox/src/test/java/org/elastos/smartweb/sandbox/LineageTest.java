// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.crypto.Ed25519;
import org.elastos.smartweb.sandbox.bundle.Bundle;
import org.elastos.smartweb.sandbox.bundle.Manifest;
import org.junit.jupiter.api.Test;

/// Who may sign the next release (decision A6).
class LineageTest {
  private static void assertRefused(LoadOutcome outcome, RefusalCode code) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            LoadOutcome.Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  private static LoadOutcome load(Bundle bundle, LoadPolicy policy) {
    return new CapsuleLoader(Bundles.host()).load(bundle.encode(), policy);
  }

  @Test
  void anUpdateIsSignedByTheLastReleasesKeysAndFollowsIt() {
    Bytes stranger = Ed25519.publicKey(Bundles.STRANGER);
    Manifest first = Bundles.next(Bundles.draft(), 1, List.of(stranger), Optional.empty());
    Bundle one = Bundles.pack(first, Bundles.returning(1)).sign(Bundles.DEVELOPER);
    var history = history(one);
    Manifest second =
        Bundles.next(Bundles.draft(), 2, List.of(stranger), Optional.of(one.releaseId()));
    Bundle two = Bundles.pack(second, Bundles.returning(2));

    assertThat(load(two.sign(Bundles.STRANGER), history)).isInstanceOf(LoadOutcome.Loaded.class);
    assertThat(load(one, history))
        .as("the old one stays runnable")
        .isInstanceOf(LoadOutcome.Loaded.class);
    assertRefused(load(two.sign(Bundles.DEVELOPER), history), RefusalCode.SIGNER_UNKNOWN);
  }

  @Test
  void neverRollsBackAndNeverSkips() {
    List<Bytes> keys = List.of(Ed25519.publicKey(Bundles.DEVELOPER));
    Manifest third = Bundles.next(Bundles.draft(), 3, keys, Optional.empty());
    Bundle three = Bundles.pack(third, Bundles.returning(3)).sign(Bundles.DEVELOPER);
    var history = history(three);
    Optional<Hash256> after = Optional.of(three.releaseId());
    Bundle same =
        Bundles.pack(Bundles.next(third, 3, keys, after), Bundles.returning(4))
            .sign(Bundles.DEVELOPER);
    Bundle skipping =
        Bundles.pack(Bundles.next(third, 5, keys, Optional.of(Hash256.ZERO)), Bundles.returning(5))
            .sign(Bundles.DEVELOPER);

    assertRefused(load(same, history), RefusalCode.RELEASE_ROLLED_BACK);
    assertRefused(load(skipping, history), RefusalCode.LINEAGE_BROKEN);
  }

  private static LoadPolicy history(Bundle... known) {
    List<KnownRelease> releases =
        Arrays.stream(known).map(b -> KnownRelease.of(b.manifest(), b.releaseId())).toList();
    return LoadPolicy.standard().with(appId -> releases);
  }
}
