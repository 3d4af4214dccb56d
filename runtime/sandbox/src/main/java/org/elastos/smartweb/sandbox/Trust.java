// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox;

import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.sandbox.bundle.Bundle;
import org.elastos.smartweb.sandbox.bundle.Manifest;
import org.elastos.smartweb.sandbox.bundle.ReleaseSignature;

/// Stage SIGNATURE: who signed, and whether that key may. A home that knows no release of the app
/// trusts the genesis key that the app id names; afterwards the last release's keys.
final class Trust {
  private Trust() {}

  static void check(Bundle bundle, ReleaseHistory history) {
    if (bundle.signatures().isEmpty()) {
      throw new LoadRefusal(RefusalCode.SIGNATURE_MISSING, "nobody signed the bundle");
    }
    for (ReleaseSignature signature : bundle.signatures()) {
      if (!signature.verifies(bundle.releaseId())) {
        throw new LoadRefusal(
            RefusalCode.SIGNATURE_INVALID, "a signature does not fit the manifest");
      }
    }
    List<KnownRelease> known = history.of(bundle.manifest().appId());
    if (known.stream().anyMatch(release -> release.id().equals(bundle.releaseId()))) {
      return;
    }
    requireSigner(bundle, allowed(bundle.manifest(), known));
  }

  private static List<Bytes> allowed(Manifest manifest, List<KnownRelease> known) {
    if (known.isEmpty()) {
      return List.of(manifest.genesisKey());
    }
    KnownRelease last = known.getLast();
    if (manifest.release() <= last.number()) {
      throw new LoadRefusal(
          RefusalCode.RELEASE_ROLLED_BACK, "a release that is not newer than the last one");
    }
    if (!manifest.prev().equals(Optional.of(last.id()))) {
      throw new LoadRefusal(
          RefusalCode.LINEAGE_BROKEN,
          "the release does not follow the last one: load those between");
    }
    return last.keys();
  }

  private static void requireSigner(Bundle bundle, List<Bytes> allowed) {
    if (bundle.signatures().stream().map(ReleaseSignature::key).noneMatch(allowed::contains)) {
      throw new LoadRefusal(
          RefusalCode.SIGNER_UNKNOWN, "none of the signers may sign this app's release");
    }
  }
}
