// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.LocalWallet;
import org.elastos.smartweb.crypto.Sha256;

/// Creators, terms and faces for tests; everything follows from small numbers.
final class Works {
  static final EvmAddress CHANNEL = EvmAddress.fromHex("11".repeat(20));

  private Works() {}

  static LocalWallet creator(int number) {
    return new LocalWallet(SecretBytes.take(hash(number).bytes()));
  }

  static Hash256 hash(int number) {
    return Sha256.of(new byte[] {(byte) number});
  }

  static Way way(int number) {
    return new Way(
        new Condition.HoldsEdition(new ChainId(20), CHANNEL, new EditionId(hash(number))),
        new Grant(1800),
        Freshness.FINAL);
  }

  static Committee committee(int number) {
    return new Committee(hash(number), new ChainId(20), CHANNEL);
  }

  static Terms.Rendering rendering(Map<Integer, Long> releases, String... outputs) {
    TreeMap<AppId, Long> renderers = new TreeMap<>();
    releases.forEach((number, release) -> renderers.put(new AppId(hash(number)), release));
    return new Terms.Rendering(renderers, List.of(outputs));
  }

  static Terms terms(StatementBody.Place place) {
    return new Terms(
        place,
        new Policy(List.of(way(1), way(2))),
        rendering(Map.of(1, 5L), "audio"),
        List.of(committee(1)));
  }

  static Face face(StatementBody.Place place) {
    return new Face(place, "A work", new Face.Icon.None(), "en");
  }
}
