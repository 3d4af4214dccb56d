// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.Ed25519;
import org.elastos.smartweb.crypto.LocalWallet;
import org.elastos.smartweb.ddrm.AssetId;
import org.elastos.smartweb.home.license.CommitteePin;
import org.elastos.smartweb.license.Delegation;
import org.elastos.smartweb.threshold.CommitteeShape;
import org.junit.jupiter.api.Test;

class DelegationDeskTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final ChainId CHAIN = new ChainId(31337);
  private static final Hash256 GROUP = Hash256.fromHex("0a".repeat(32));
  private static final Hash256 OTHER = Hash256.fromHex("0b".repeat(32));

  private final LocalWallet wallet = LocalWallet.generate(new SecureRandom());
  private final Bytes device = key(1);
  private final DelegationDesk desk = new DelegationDesk(InstantSource.fixed(NOW));

  @Test
  void signsExactlyWhatWasAskedFor() {
    assertThat(verified(text(NOW, device, List.of(GROUP), List.of())).scope().device())
        .isEqualTo(device);
  }

  @Test
  void signsForNoOtherWalletOrChain() {
    EvmAddress stranger = EvmAddress.fromHex("0x" + "11".repeat(20));
    refuses(delegation(new Delegation.Signer(stranger, CHAIN)).text());
    refuses(delegation(new Delegation.Signer(wallet.address(), new ChainId(1))).text());
  }

  @Test
  void signsForNoOtherDeviceCommitteeOrAsset() {
    refuses(text(NOW, key(2), List.of(GROUP), List.of()));
    refuses(text(NOW, device, List.of(OTHER), List.of()));
    refuses(text(NOW, device, List.of(GROUP, OTHER), List.of()));
    refuses(text(NOW, device, List.of(GROUP), List.of(new AssetId(OTHER))));
  }

  @Test
  void signsNothingFromAnotherTime() {
    refuses(text(NOW.minus(Duration.ofMinutes(3)), device, List.of(GROUP), List.of()));
    refuses(text(NOW.plus(Duration.ofMinutes(3)), device, List.of(GROUP), List.of()));
  }

  @Test
  void signsNoOtherText() {
    String text = text(NOW, device, List.of(GROUP), List.of());
    refuses(text.replace("cannot move", "may move"));
    refuses(text + "\n");
    refuses("");
  }

  private Delegation verified(String text) {
    return desk.verified(text, new DelegationDesk.Expected(wallet, pin(), device));
  }

  private void refuses(String text) {
    assertThatThrownBy(() -> verified(text))
        .isInstanceOfSatisfying(
            CommandFailure.class,
            failure -> assertThat(failure.code()).isEqualTo("delegation_differs"));
  }

  private Delegation delegation(Delegation.Signer signer) {
    return new Delegation(
        "localhost",
        signer,
        new Delegation.Validity(NOW, NOW.plus(Delegation.LONGEST), Bytes.of(new byte[16])),
        new Delegation.Scope(device, List.of(GROUP), List.of()));
  }

  private String text(Instant at, Bytes to, List<Hash256> groups, List<AssetId> assets) {
    return new Delegation(
            "localhost",
            new Delegation.Signer(wallet.address(), CHAIN),
            new Delegation.Validity(at, at.plus(Delegation.LONGEST), Bytes.of(new byte[16])),
            new Delegation.Scope(to, groups, assets))
        .text();
  }

  private static CommitteePin pin() {
    return new CommitteePin(
        GROUP,
        CHAIN,
        EvmAddress.fromHex("0x" + "cc".repeat(20)),
        new CommitteeShape(1, 1),
        List.of(new CommitteePin.Node(1, URI.create("http://127.0.0.1:1"), OTHER)));
  }

  private static Bytes key(int first) {
    byte[] seed = new byte[Ed25519.SEED_BYTES];
    seed[0] = (byte) first;
    try (SecretBytes secret = SecretBytes.take(seed)) {
      return Ed25519.publicKey(secret);
    }
  }
}
