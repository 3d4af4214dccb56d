// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.chain.Wallet;
import org.elastos.smartweb.crypto.Ed25519;
import org.elastos.smartweb.crypto.Eip191;
import org.elastos.smartweb.crypto.Hpke;
import org.elastos.smartweb.crypto.LocalWallet;
import org.elastos.smartweb.crypto.Secp256k1Signatures;
import org.junit.jupiter.api.Test;

/// Sessions of wallets that are contracts.
class AccountSessionsTest {
  private static final EvmAddress ACCOUNT = EvmAddress.fromHex("ac".repeat(20));
  private static final long FINAL = 98;

  private final TestNetwork network = new TestNetwork(27);
  private final LicenseNodeCore node = network.nodes.get(0);
  private final LocalWallet owner = network.buyer;
  private final LocalWallet other = LocalWallet.generate(network.random);
  private final SecretBytes seed = SecretBytes.copyOf(new byte[32]);

  /// The account's delegation, signed by one of its owners.
  private Optional<RefusalCode> open(Wallet signer) {
    Delegation delegation = delegation(TestWork.CHAIN);
    return open(delegation, signer.signDigest(delegation.digest()));
  }

  private Optional<RefusalCode> open(Delegation delegation, Bytes walletSignature) {
    Session session =
        new Session(
            delegation.hash(),
            new Session.Keys(Ed25519.publicKey(seed), Hpke.publicKey(seed)),
            new Session.Window(TestNetwork.START, TestNetwork.START.plus(Session.LONGEST)),
            Session.Limits.NONE);
    SessionOpening opening =
        new SessionOpening(
            delegation.text(), walletSignature, session, session.sign(network.device));
    return TestNetwork.refusal(node.openSession(opening.encode()));
  }

  private Delegation delegation(ChainId chain) {
    Delegation like = network.delegation(owner, List.of());
    return new Delegation(
        like.domain(), new Delegation.Signer(ACCOUNT, chain), like.validity(), like.scope());
  }

  @Test
  void opensASessionWhenTheAccountConfirmsAtBothBlocks() {
    network.accounts.owner(ACCOUNT, FINAL, owner.address());
    assertThat(open(owner)).isEmpty();
    assertThat(open(other)).contains(RefusalCode.BAD_SIGNATURE);
  }

  @Test
  void asksAgainAtEachOpening() {
    network.accounts.owner(ACCOUNT, 1, owner.address());
    assertThat(open(owner)).isEmpty();
    assertThat(open(owner)).isEmpty();
    network.accounts.owner(ACCOUNT, FINAL + 1, other.address());
    assertThat(open(owner)).contains(RefusalCode.BAD_SIGNATURE);
  }

  @Test
  void aNewOwnerWaitsForTheFinalBlock() {
    network.accounts.owner(ACCOUNT, FINAL + 1, owner.address());
    assertThat(open(owner)).contains(RefusalCode.NOT_FINAL_YET);
    network.accounts.owner(ACCOUNT, FINAL, owner.address());
    assertThat(open(owner)).isEmpty();
  }

  @Test
  void refusesWhereThereIsNoAccountOrSomethingElse() {
    assertThat(open(owner)).contains(RefusalCode.BAD_SIGNATURE);
    network.accounts.odd(ACCOUNT);
    assertThat(open(owner)).contains(RefusalCode.UNSUPPORTED_WALLET);
  }

  @Test
  void refusesWhenTheAccountCannotBeAsked() {
    network.accounts.owner(ACCOUNT, 1, owner.address());
    network.chain.failing(Optional.of(Reading.Code.SOURCES_DISAGREE));
    assertThat(open(owner)).contains(RefusalCode.SOURCES_DISAGREE);
    network.chain.failing(Optional.empty());
    network.chain.failingAtFinal(Reading.Code.STALE_NODE);
    assertThat(open(owner)).contains(RefusalCode.STALE_NODE);
  }

  @Test
  void refusesAnAccountOfAChainThatIsNotFollowed() {
    network.accounts.owner(ACCOUNT, 1, owner.address());
    Delegation elsewhere = delegation(new ChainId(TestWork.CHAIN.value() + 1));
    assertThat(open(elsewhere, owner.signDigest(elsewhere.digest())))
        .contains(RefusalCode.SOURCES_UNAVAILABLE);
  }

  @Test
  void doesNotAskTheChainAboutAWalletsOwnKey() {
    network.accounts.odd(owner.address());
    Delegation delegation = network.delegation(owner, List.of());
    assertThat(open(delegation, owner.signDigest(delegation.digest()))).isEmpty();
  }

  @Test
  void refusesSignaturesThatAreTooLong() {
    Delegation delegation = delegation(TestWork.CHAIN);
    byte[] longest = new byte[SessionOpening.MAX_WALLET_SIGNATURE];
    assertThat(open(delegation, Bytes.of(longest))).contains(RefusalCode.BAD_SIGNATURE);
    assertThat(open(delegation, Bytes.of(new byte[longest.length + 1])))
        .contains(RefusalCode.BAD_ENCODING);
  }

  /// Published signatures of two contract wallets under logins: none is by the wallet's own key.
  @Test
  void publishedContractSignaturesAreNotByTheWalletsOwnKey() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/vectors/siwe-eip1271.json")) {
      JsonNode file = new ObjectMapper().readTree(Objects.requireNonNull(in));
      assertThat(file).hasSize(2);
      for (JsonNode test : file) {
        String login = test.get("message").asText();
        EvmAddress wallet = EvmAddress.fromHex(login.split("\n", 3)[1]);
        Hash256 digest = Eip191.digest(login);
        Bytes signature = Bytes.fromHex(test.get("signature").asText());
        assertThat(Delegation.parse(login)).isEmpty();
        assertThat(Secp256k1Signatures.recover(digest, signature))
            .isNotEqualTo(Optional.of(wallet));
      }
    }
  }
}
