// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.bench;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.TaggedHash;
import org.elastos.smartweb.threshold.CheckedHeader;
import org.elastos.smartweb.threshold.CurveLibrary;
import org.elastos.smartweb.threshold.EpochKeys;
import org.elastos.smartweb.threshold.GroupKey;
import org.elastos.smartweb.threshold.KemTarget;
import org.elastos.smartweb.threshold.KeyShare;
import org.elastos.smartweb.threshold.Partial;
import org.elastos.smartweb.threshold.ThresholdHeader;
import org.elastos.smartweb.threshold.ThresholdKem;

/// What a node calculates for one share, from the header's bytes: strict reading, the ciphertext's
/// proof, the blinded partial and its blinded proof, with no cache. One thread.
final class ShareRun implements Rounds.Work {
  private final CurveLibrary library;
  private final EpochKeys keys;
  private final KeyShare share;
  private final SecureRandom random;
  private final List<Sealed> works = new ArrayList<>();

  private record Sealed(byte[] header, Hash256 asset, Hash256 request) {}

  ShareRun(CurveLibrary library, KeyGeneration.Made made, int works, SecureRandom random) {
    this.library = library;
    this.keys = made.keys();
    this.share = Objects.requireNonNull(made.shares().get(1));
    this.random = random;
    GroupKey group = keys.groupKey();
    for (int i = 0; i < works; i++) {
      Hash256 asset = TaggedHash.hash("bench/asset", new byte[] {(byte) i, (byte) (i >> 8)});
      try (SecretBytes fileKey = SecretBytes.copyOf(new byte[32])) {
        ThresholdHeader header =
            ThresholdKem.encrypt(group, new KemTarget(group.gk(), asset, asset), fileKey, random);
        Hash256 request = TaggedHash.hash("bench/request", asset.bytes());
        this.works.add(new Sealed(header.bytes(), asset, request));
      }
    }
  }

  /// How many headers held and got a partial: all of them.
  @Override
  public long run() {
    return library.call(() -> works.stream().filter(work -> partial(work) != null).count());
  }

  private Partial partial(Sealed work) {
    ThresholdHeader header = ThresholdHeader.require(work.header());
    CheckedHeader checked = ThresholdKem.check(header, work.asset()).orElseThrow();
    return share.partial(checked, work.request(), random);
  }

  /// Whether what is measured is right: every partial verifies.
  boolean isSound() {
    return library.call(() ->
        works.stream()
            .allMatch(work -> {
              CheckedHeader checked =
                  ThresholdKem.check(ThresholdHeader.require(work.header()), work.asset())
                      .orElseThrow();
              Partial partial = partial(work);
              return keys.verify(checked, work.request(), share.index(), partial).isPresent();
            }));
  }
}
