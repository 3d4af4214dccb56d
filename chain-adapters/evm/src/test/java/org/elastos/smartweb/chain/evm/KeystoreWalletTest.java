// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.bouncycastle.util.BigIntegers;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.chain.evm.KeystoreWallet.OpenOutcome;
import org.elastos.smartweb.testkit.Gen;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Keys;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.Sign;
import org.web3j.crypto.SignedRawTransaction;
import org.web3j.crypto.TransactionDecoder;
import org.web3j.crypto.WalletFile;
import org.web3j.crypto.transaction.type.Transaction1559;

class KeystoreWalletTest {
  private static final String PASSWORD = "correct horse";
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final BigInteger PRIVATE = new BigInteger("c0ffee".repeat(10), 16);
  private static final ECKeyPair PAIR = ECKeyPair.create(PRIVATE);

  private static String sealed;

  @TempDir private Path directory;
  private Path file;

  @BeforeAll
  static void seal() {
    byte[] key = BigIntegers.asUnsignedByteArray(32, PRIVATE);
    sealed = new String(Keystore.seal(key, password(PASSWORD), ScryptCost.LIGHT, RANDOM), UTF_8);
  }

  @BeforeEach
  void name() {
    file = directory.resolve("wallet.json");
  }

  @Test
  void createsAFileOfItsOwnerThatOpensAgain() throws IOException {
    try (KeystoreWallet made = create()) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(directory).isDirectoryNotContaining(path -> !path.equals(file));
      try (KeystoreWallet again = opened(PASSWORD)) {
        assertThat(again.address()).isEqualTo(made.address());
        assertThat(again).hasToString("KeystoreWallet[" + made.address() + "]");
      }
    }
    assertThatThrownBy(this::create)
        .isInstanceOfSatisfying(
            EvmException.class, e -> assertThat(e.code()).isEqualTo("keystore_exists"));
  }

  @Test
  void web3jOpensOurFiles() throws Exception {
    try (KeystoreWallet made = create()) {
      WalletFile read = JsonRpc.JSON.readValue(Files.readAllBytes(file), WalletFile.class);
      // web3j 6.0.0 forgets this member when it reads a file, its own included.
      read.getCrypto().setKdf("scrypt");
      ECKeyPair pair = org.web3j.crypto.Wallet.decrypt(PASSWORD, read);
      assertThat(Keys.getAddress(pair)).isEqualTo(made.address().hex());
    }
  }

  @Test
  void signsExactlyLikeWeb3j() throws Exception {
    KeystoreWallet wallet = fromWeb3j(1 << 15, 1);
    assertThat(wallet.address().hex()).isEqualTo(Keys.getAddress(PAIR));
    Gen.forAll(
        40,
        gen -> {
          byte[] digest = gen.bytes(32);
          Sign.SignatureData expected = Sign.signMessage(digest, PAIR, false);
          assertThat(wallet.signDigest(Hash256.of(digest)).hex())
              .isEqualTo(hex(expected.getR()) + hex(expected.getS()) + hex(expected.getV()));
        });
  }

  @Test
  void signsTransactionsOfBothKindsForTheirChain() throws Exception {
    KeystoreWallet wallet = fromWeb3j(1 << 15, 1);
    BigInteger one = BigInteger.ONE;
    String to = "0x" + "ab".repeat(20);
    for (RawTransaction raw :
        new RawTransaction[] {
          RawTransaction.createTransaction(20, one, one, to, one, "0x01", one, one),
          RawTransaction.createTransaction(20, one, one, "", one, "0x01", one, one),
          RawTransaction.createTransaction(one, one, one, to, one, "0x01"),
        }) {
      var decoded =
          (SignedRawTransaction)
              TransactionDecoder.decode(wallet.signTransaction(raw, 20).toString());
      assertThat(decoded.getFrom()).isEqualToIgnoringCase(wallet.address().toString());
      long chain =
          decoded.getTransaction() instanceof Transaction1559 dynamic
              ? dynamic.getChainId()
              : decoded.getChainId();
      assertThat(chain).isEqualTo(20);
    }
  }

  @Test
  void signsNothingAfterItWasClosed() {
    KeystoreWallet wallet = create();
    wallet.close();
    assertThatThrownBy(() -> wallet.signDigest(Hash256.ZERO))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void refusesAWrongPasswordAndAFileThatOthersCanRead() throws IOException {
    create().close();
    assertThat(refusal("correct horsf")).isEqualTo("wrong_password");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThat(refusal(PASSWORD)).isEqualTo("keystore_open_to_others");
    Files.delete(file);
    assertThat(refusal(PASSWORD)).isEqualTo("keystore_unreadable");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"n\":32768|\"n\":1024|keystore_weak",
        "\"n\":32768|\"n\":16384|keystore_weak",
        "\"n\":32768|\"n\":33554432|keystore_too_costly",
        "\"n\":32768|\"n\":32767|keystore_unsupported",
        "\"n\":32768|\"n\":-1|keystore_unsupported",
        "\"n\":32768|\"n\":99999999999999|keystore_unsupported",
        "\"p\":1|\"p\":1000000|keystore_too_costly",
        "\"p\":1|\"p\":0|keystore_unsupported",
        "\"r\":8|\"r\":1073741824|keystore_unsupported",
        "\"dklen\":32|\"dklen\":16|keystore_unsupported",
        "scrypt|pbkdf2|keystore_unsupported",
        "aes-128-ctr|aes-128-cbc|keystore_unsupported",
        "\"version\":3|\"version\":1|keystore_unsupported",
        "\"mac\":\"|\"mac\":\"00|keystore_unsupported",
        "\"mac\":\"|\"mac\":\"zz|keystore_unreadable",
        "{|[|keystore_unreadable",
        "\"crypto\"|\"Crypto\"|keystore_unsupported",
      })
  void refusesWeakCostlyAndForeignKeystores(String part, String hostile, String code)
      throws IOException {
    assertThat(sealed).contains(part);
    Files.writeString(file, sealed.replace(part, hostile));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThat(refusal(PASSWORD)).isEqualTo(code);
  }

  @Test
  void refusesAFileThatStatesAnotherAddressAndOneThatIsTooLong() throws IOException {
    KeystoreWallet made = create();
    String text = Files.readString(file);
    Files.writeString(file, text.replace(made.address().hex(), "11".repeat(20)));
    assertThat(refusal(PASSWORD)).isEqualTo("keystore_unreadable");
    Files.writeString(file, text + " ".repeat(Keystore.MAX_BYTES));
    assertThat(refusal(PASSWORD)).isEqualTo("keystore_unreadable");
  }

  private KeystoreWallet create() {
    return KeystoreWallet.create(file, password(PASSWORD), ScryptCost.LIGHT, RANDOM);
  }

  private KeystoreWallet fromWeb3j(int n, int p) throws Exception {
    assertThat(BigIntegers.asUnsignedByteArray(PRIVATE)).hasSizeLessThan(32);
    WalletFile sealed = org.web3j.crypto.Wallet.create(PASSWORD, PAIR, n, p);
    Files.write(file, JsonRpc.JSON.writeValueAsBytes(sealed));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return opened(PASSWORD);
  }

  private KeystoreWallet opened(String password) {
    return switch (KeystoreWallet.open(file, password(password), RANDOM)) {
      case OpenOutcome.Opened(KeystoreWallet wallet) -> wallet;
      case OpenOutcome.Refused refused -> throw new AssertionError(refused);
    };
  }

  private String refusal(String password) {
    return switch (KeystoreWallet.open(file, password(password), RANDOM)) {
      case OpenOutcome.Opened opened -> throw new AssertionError(opened);
      case OpenOutcome.Refused refused -> refused.code();
    };
  }

  private static String hex(byte[] bytes) {
    return Bytes.of(bytes).hex();
  }

  private static SecretBytes password(String text) {
    return SecretBytes.take(text.getBytes(UTF_8));
  }
}
