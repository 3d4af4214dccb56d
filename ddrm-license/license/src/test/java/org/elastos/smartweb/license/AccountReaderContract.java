// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.Heads;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.crypto.LocalWallet;
import org.elastos.smartweb.threshold.SeededRandom;
import org.junit.jupiter.api.Test;

/// What every {@link AccountReader} must do.
public abstract class AccountReaderContract {
  private static final Hash256 DIGEST = Hash256.fromHex("d1".repeat(32));

  private final SeededRandom random = new SeededRandom(1271);
  private final LocalWallet owner = LocalWallet.generate(random);
  private final LocalWallet other = LocalWallet.generate(random);

  /// The reader under test.
  protected abstract AccountReader reader();

  /// The chain that it reads.
  protected abstract ChainId chain();

  /// An account that is there and confirms what this owner signed.
  protected abstract EvmAddress accountOf(EvmAddress owner);

  /// From now on the account confirms what another owner signed.
  protected abstract void handOver(EvmAddress account, EvmAddress from, EvmAddress to);

  /// A contract that is no account.
  protected abstract EvmAddress somethingElse();

  /// What the account says at the newest block.
  private AccountWord word(EvmAddress account, Hash256 digest, Bytes signature) {
    AccountClaim claim = new AccountClaim(account, digest, signature);
    return heads().map(heads -> reader().ask(claim, heads.newest()).agreed().orElseThrow()).get();
  }

  private Optional<Heads> heads() {
    return reader().heads(chain()).agreed();
  }

  @Test
  void anAccountConfirmsItsOwnersSignatureOnly() {
    EvmAddress account = accountOf(owner.address());
    Bytes signature = owner.signDigest(DIGEST);
    assertThat(word(account, DIGEST, signature)).isEqualTo(AccountWord.SIGNED);
    assertThat(word(account, Hash256.ZERO, signature)).isEqualTo(AccountWord.NOT_SIGNED);
    assertThat(word(account, DIGEST, other.signDigest(DIGEST))).isEqualTo(AccountWord.NOT_SIGNED);
    assertThat(word(account, DIGEST, Bytes.EMPTY)).isEqualTo(AccountWord.NOT_SIGNED);
  }

  @Test
  void anAccountThatWasHandedOverConfirmsItsNewOwnersSignatureOnly() {
    EvmAddress account = accountOf(owner.address());
    handOver(account, owner.address(), other.address());
    assertThat(word(account, DIGEST, owner.signDigest(DIGEST))).isEqualTo(AccountWord.NOT_SIGNED);
    assertThat(word(account, DIGEST, other.signDigest(DIGEST))).isEqualTo(AccountWord.SIGNED);
  }

  @Test
  void whereThereIsNoAccountNothingIsConfirmed() {
    Bytes signature = owner.signDigest(DIGEST);
    assertThat(word(owner.address(), DIGEST, signature)).isEqualTo(AccountWord.NO_CONTRACT);
    assertThat(word(somethingElse(), DIGEST, signature)).isEqualTo(AccountWord.NO_ANSWER);
  }

  @Test
  void anotherChainIsUnavailable() {
    assertThat(reader().heads(new ChainId(chain().value() + 1)))
        .isInstanceOfSatisfying(
            Reading.Unknown.class,
            unknown -> assertThat(unknown.code()).isEqualTo(Reading.Code.SOURCES_UNAVAILABLE));
  }
}
