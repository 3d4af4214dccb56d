// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.util.List;
import java.util.TreeMap;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.chain.Wallet;
import org.elastos.smartweb.crypto.LocalWallet;
import org.elastos.smartweb.ddrm.AssetId;
import org.elastos.smartweb.ddrm.Condition;
import org.elastos.smartweb.ddrm.Freshness;
import org.elastos.smartweb.ddrm.Grant;
import org.elastos.smartweb.ddrm.Policy;
import org.elastos.smartweb.ddrm.Statement;
import org.elastos.smartweb.ddrm.StatementBody;
import org.elastos.smartweb.ddrm.Terms;
import org.elastos.smartweb.ddrm.Way;
import org.elastos.smartweb.threshold.GroupKey;
import org.elastos.smartweb.threshold.KemTarget;
import org.elastos.smartweb.threshold.SeededRandom;
import org.elastos.smartweb.threshold.ThresholdKem;

/// A work with its core, signed terms and threshold header, without its payload. For tests.
public final class TestWork {
  /// The chain of every test.
  public static final ChainId CHAIN = new ChainId(31337);

  /// Access by holding this edition.
  public static final Condition.HoldsEdition EDITION =
      new Condition.HoldsEdition(
          CHAIN, EvmAddress.fromHex("c0".repeat(20)), EditionId.fromHex("e1".repeat(32)));

  /// What a licence gives.
  public static final Grant GRANT = new Grant(3600);

  private final LocalWallet creator;
  private final Bytes core;
  private final byte[] fileKey = new byte[32];

  /// A work by a fresh creator.
  public TestWork(SeededRandom random) {
    this.creator = LocalWallet.generate(random);
    random.nextBytes(fileKey);
    byte[] salt = new byte[32];
    random.nextBytes(salt);
    Cbor pre =
        Cbor.map()
            .put("v", 1)
            .put("alg", 1)
            .put("creator", Cbor.array(Cbor.of(1), Cbor.of(creator.address())))
            .put("type", "audio/ogg")
            .put("salt", salt)
            .put("slot", 4096)
            .build();
    this.core =
        Bytes.of(
            Cbor.map()
                .put("v", 1)
                .put("pre", pre)
                .put("commit", Hash256.fromHex("05".repeat(32)))
                .put("head", 32768)
                .put("len", 100)
                .put("n", 1)
                .put("root", Hash256.fromHex("06".repeat(32)))
                .put("crit", Cbor.array())
                .encode());
  }

  /// The encoded core.
  public Bytes core() {
    return core;
  }

  /// Its asset id.
  public AssetId asset() {
    return AssetId.ofCore(core.bytes());
  }

  /// Whether this is the file key.
  public boolean isFileKey(SecretBytes key) {
    return key.matches(fileKey);
  }

  /// The policy whose only way is the edition.
  public static Policy policy(Freshness freshness) {
    return Policy.of(new Way(EDITION, GRANT, freshness));
  }

  /// Terms of this policy, signed by the creator.
  public Statement terms(Policy policy) {
    return termsBy(creator, asset(), policy);
  }

  /// Terms signed by somebody.
  public static Statement termsBy(Wallet signer, AssetId asset, Policy policy) {
    Terms terms =
        new Terms(
            StatementBody.Place.first(asset),
            policy,
            new Terms.Rendering(new TreeMap<>(), List.of("pcm")),
            List.of());
    return Statement.sign(signer, terms);
  }

  /// The threshold header for a committee and a policy.
  public Bytes header(GroupKey group, Policy policy, SeededRandom random) {
    KemTarget target = new KemTarget(group.gk(), asset().hash(), policy.hash());
    try (SecretBytes key = SecretBytes.copyOf(fileKey)) {
      return Bytes.of(ThresholdKem.encrypt(group, target, key, random).bytes());
    }
  }
}
