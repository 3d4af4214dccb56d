// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.chain.devnet.Anvil;
import org.elastos.smartweb.crypto.Ed25519;
import org.elastos.smartweb.crypto.Hpke;
import org.elastos.smartweb.crypto.LocalWallet;
import org.elastos.smartweb.license.Delegation;
import org.elastos.smartweb.license.Denylist;
import org.elastos.smartweb.license.FakeChain;
import org.elastos.smartweb.license.InMemoryAuditLog;
import org.elastos.smartweb.license.InMemoryNonceStore;
import org.elastos.smartweb.license.InMemorySessionStore;
import org.elastos.smartweb.license.KeyShareHolder;
import org.elastos.smartweb.license.LicenseDecision;
import org.elastos.smartweb.license.LicenseNodeCore;
import org.elastos.smartweb.license.NodePorts;
import org.elastos.smartweb.license.RefusalCode;
import org.elastos.smartweb.license.Session;
import org.elastos.smartweb.license.SessionOpening;
import org.elastos.smartweb.threshold.CommitteeShape;
import org.elastos.smartweb.threshold.SeededRandom;
import org.elastos.smartweb.threshold.TrustedDealer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A node opens sessions for wallets that are contracts on a real chain.
@Timeout(60)
class AccountSessionsIT {
  /// Not yet, unless the chain made its blocks faster than this test asked.
  private static final List<Optional<RefusalCode>> SOON =
      List.of(Optional.of(RefusalCode.NOT_FINAL_YET), Optional.empty());

  private final SeededRandom random = new SeededRandom(4361);
  private final AccountLab lab = new AccountLab();
  private final LocalWallet owner = LocalWallet.generate(random);
  private final LocalWallet other = LocalWallet.generate(random);
  private final SecretBytes device = SecretBytes.copyOf(new byte[32]);
  private final TrustedDealer dealer = TrustedDealer.deal(1, new CommitteeShape(1, 1), random);
  private final LicenseNodeCore node = node();

  private LicenseNodeCore node() {
    FakeChain rights = new FakeChain(Anvil.CHAIN, Instant.now()).activate(dealer.keys());
    return new LicenseNodeCore(
        new NodePorts(
            new NodePorts.Stores(
                new InMemorySessionStore(), new InMemoryNonceStore(), new InMemoryAuditLog(random)),
            new NodePorts.Chain(rights, rights, rights, new EvmAccountReader(lab.chain)),
            new KeyShareHolder(dealer.share(1), random),
            device,
            Denylist.EMPTY,
            InstantSource.system(),
            random));
  }

  @AfterEach
  void close() {
    lab.close();
  }

  /// Opens a session under the wallet's delegation, signed in this way.
  private Optional<RefusalCode> open(EvmAddress wallet, Function<Hash256, Bytes> signing) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Delegation delegation =
        new Delegation(
            "127.0.0.1:7001",
            new Delegation.Signer(wallet, Anvil.CHAIN),
            new Delegation.Validity(
                now, now.plus(Duration.ofDays(7)), Bytes.fromHex("ab".repeat(16))),
            new Delegation.Scope(
                Ed25519.publicKey(device), List.of(dealer.keys().groupKey().gk()), List.of()));
    Session session =
        new Session(
            delegation.hash(),
            new Session.Keys(Ed25519.publicKey(device), Hpke.publicKey(device)),
            new Session.Window(now, now.plus(Session.LONGEST)),
            Session.Limits.NONE);
    Bytes opening =
        new SessionOpening(
                delegation.text(),
                signing.apply(delegation.digest()),
                session,
                session.sign(device))
            .encode();
    return node.openSession(opening) instanceof LicenseDecision.Refused(RefusalCode code, String _)
        ? Optional.of(code)
        : Optional.empty();
  }

  @Test
  void opensForAnAccountBeforeAndAfterItIsCreatedUntilItsOwnerIsReplaced() {
    EvmAddress factory = lab.factory();
    lab.settle();
    EvmAddress account = lab.accountOf(factory, owner.address());
    Bytes creation = AccountLab.creation(owner.address());
    Function<Hash256, Bytes> future =
        digest -> EvmAccountReaderIT.wrapped(factory, creation, owner.signDigest(digest));
    assertThat(open(account, future)).isEmpty();
    assertThat(open(account, owner::signDigest)).contains(RefusalCode.BAD_SIGNATURE);

    lab.create(factory, owner.address());
    assertThat(open(account, owner::signDigest)).isIn(SOON);
    lab.settle();
    assertThat(open(account, owner::signDigest)).isEmpty();
    assertThat(open(account, future)).isEmpty();

    lab.handOver(account, owner.address(), other.address());
    assertThat(open(account, owner::signDigest)).contains(RefusalCode.BAD_SIGNATURE);
    assertThat(open(account, future)).contains(RefusalCode.BAD_SIGNATURE);
    assertThat(open(account, other::signDigest)).isIn(SOON);
    lab.settle();
    assertThat(open(account, other::signDigest)).isEmpty();
  }

  @Test
  void aWalletWithAKeyOfItsOwnNeedsNoContract() {
    assertThat(open(owner.address(), owner::signDigest)).isEmpty();
    assertThat(open(owner.address(), other::signDigest)).contains(RefusalCode.BAD_SIGNATURE);
  }

  @Test
  void refusesContractsThatAreNoAccounts() {
    assertThat(open(lab.odd(2), owner::signDigest)).contains(RefusalCode.UNSUPPORTED_WALLET);
    assertThat(open(lab.odd(3), owner::signDigest)).contains(RefusalCode.BAD_SIGNATURE);
    assertThat(open(lab.odd(4), owner::signDigest)).contains(RefusalCode.BAD_SIGNATURE);
  }
}
