// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.devnet.Anvil;
import org.elastos.smartweb.contracts.abi.AbiWriter;
import org.elastos.smartweb.crypto.LocalWallet;
import org.elastos.smartweb.license.AccountClaim;
import org.elastos.smartweb.license.AccountReader;
import org.elastos.smartweb.license.AccountReaderContract;
import org.elastos.smartweb.license.AccountWord;
import org.elastos.smartweb.threshold.SeededRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Real accounts on a real chain of the oldest level that is supported.
@Timeout(60)
class EvmAccountReaderIT extends AccountReaderContract {
  private static final Hash256 DIGEST = Hash256.fromHex("c0".repeat(32));
  private static final Bytes MARK = Bytes.fromHex("6492".repeat(16));
  private static final EvmAddress NOBODY = EvmAddress.fromHex("0b".repeat(20));

  private static AccountLab lab;
  private static EvmAddress factory;

  private final SeededRandom random = new SeededRandom(6492);
  private final LocalWallet owner = LocalWallet.generate(random);
  private final LocalWallet other = LocalWallet.generate(random);

  @BeforeAll
  static void open() {
    lab = new AccountLab();
    factory = lab.factory();
  }

  @AfterAll
  static void close() {
    lab.close();
  }

  @Override
  protected AccountReader reader() {
    return new EvmAccountReader(lab.chain);
  }

  @Override
  protected ChainId chain() {
    return Anvil.CHAIN;
  }

  @Override
  protected EvmAddress accountOf(EvmAddress holder) {
    return lab.account(holder);
  }

  @Override
  protected void handOver(EvmAddress account, EvmAddress from, EvmAddress to) {
    lab.handOver(account, from, to);
  }

  @Override
  protected EvmAddress somethingElse() {
    return lab.odd(0);
  }

  private AccountWord ask(EvmAddress account, Bytes signature) {
    AccountClaim claim = new AccountClaim(account, DIGEST, signature);
    return reader().ask(claim, lab.newest()).agreed().orElseThrow();
  }

  /// ERC-6492: factory, call to it and the signature that the account is shown, then the mark.
  static Bytes wrapped(EvmAddress factory, Bytes call, Bytes signature) {
    AbiWriter out = new AbiWriter();
    out.address(factory);
    out.bytes(call);
    out.bytes(signature);
    return Bytes.fromHex(out.call("00000000").hex().substring(8) + MARK.hex());
  }

  @Test
  void confirmsAnAccountYetToBeCreatedAndTheSameOneOnceItIsThere() {
    EvmAddress account = lab.accountOf(factory, owner.address());
    Bytes creation = AccountLab.creation(owner.address());
    Bytes signature = owner.signDigest(DIGEST);
    Bytes future = wrapped(factory, creation, signature);
    Bytes foreign = wrapped(factory, creation, other.signDigest(DIGEST));

    assertThat(ask(account, signature)).isEqualTo(AccountWord.NO_CONTRACT);
    assertThat(ask(account, future)).isEqualTo(AccountWord.SIGNED);
    assertThat(ask(account, foreign)).isEqualTo(AccountWord.NOT_SIGNED);
    assertThat(ask(NOBODY, future)).isEqualTo(AccountWord.NOT_SIGNED);
    assertThat(lab.chain.code(account, lab.newest()).agreed()).contains(Bytes.EMPTY);

    lab.create(factory, owner.address());
    assertThat(ask(account, signature)).isEqualTo(AccountWord.SIGNED);
    assertThat(ask(account, future)).isEqualTo(AccountWord.SIGNED);
    assertThat(ask(account, foreign)).isEqualTo(AccountWord.NOT_SIGNED);
  }

  @Test
  void deniesWhenTheFactoryFailsOrTheEncodingDoes() {
    EvmAddress account = lab.accountOf(factory, other.address());
    Bytes creation = AccountLab.creation(other.address());
    Bytes signature = other.signDigest(DIGEST);
    assertThat(ask(account, wrapped(factory, creation, signature))).isEqualTo(AccountWord.SIGNED);
    assertThat(ask(account, wrapped(NOBODY, creation, signature)))
        .isEqualTo(AccountWord.NOT_SIGNED);
    assertThat(ask(account, wrapped(factory, Bytes.EMPTY, signature)))
        .isEqualTo(AccountWord.NOT_SIGNED);
    assertThat(ask(account, wrapped(lab.odd(4), creation, signature)))
        .as("a factory that burns all gas")
        .isEqualTo(AccountWord.NOT_SIGNED);
    assertThat(ask(account, MARK)).isEqualTo(AccountWord.NOT_SIGNED);
    assertThat(ask(account, Bytes.fromHex("ff".repeat(96) + MARK.hex())))
        .isEqualTo(AccountWord.NOT_SIGNED);
  }

  @Test
  void neverConfirmsAnOddAnswer() {
    List<AccountWord> plain = new ArrayList<>();
    List<AccountWord> wrapped = new ArrayList<>();
    Bytes signature = owner.signDigest(DIGEST);
    Bytes future = wrapped(factory, AccountLab.creation(owner.address()), signature);
    for (int way = 0; way < 8; way++) {
      EvmAddress odd = lab.odd(way);
      plain.add(ask(odd, signature));
      wrapped.add(ask(odd, future));
    }
    assertThat(plain)
        .as("nothing, 4 bytes, 64 bytes, a revert, all gas, padding, half a megabyte, invalid")
        .containsExactly(
            AccountWord.NO_ANSWER,
            AccountWord.NO_ANSWER,
            AccountWord.NO_ANSWER,
            AccountWord.NOT_SIGNED,
            AccountWord.NOT_SIGNED,
            AccountWord.NOT_SIGNED,
            AccountWord.NO_ANSWER,
            AccountWord.NOT_SIGNED);
    assertThat(wrapped).containsOnly(AccountWord.NOT_SIGNED);
  }
}
