// SPDX-License-Identifier: MIT
package org.elastos.smartweb.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.util.BigIntegers;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.junit.jupiter.api.Test;

class SignaturesTest {
  private static final BigInteger N =
      new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);

  /// The signed mail of EIP-712's own example.
  @Test
  void signsTheMailOfEip712() {
    Eip712.Domain domain =
        Eip712.Domain.of(
            "Ether Mail",
            "1",
            new ChainId(1),
            EvmAddress.fromHex("cccccccccccccccccccccccccccccccccccccccc"));
    String person = "Person(string name,address wallet)";
    Hash256 from = person(person, "Cow", "cd2a3d9f938e13cd947ec05abc7fe734df8dd826");
    Hash256 to = person(person, "Bob", "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb");
    Hash256 mail =
        Eip712.struct(
            "Mail(Person from,Person to,string contents)" + person,
            List.of(from, to, Eip712.text("Hello, Bob!")));
    Hash256 digest = Eip712.digest(domain, mail);

    assertThat(domain.separator().hex())
        .isEqualTo("f2cee375fa42b42143804025fc449deafd50cc031ca257e0b194a650a912090f");
    assertThat(mail.hex())
        .isEqualTo("c52c0ee5d84264471806290a3f2c4cecfc5490626bf912d01f240d7a274b371e");
    assertThat(digest.hex())
        .isEqualTo("be609aee343fb3c4b28e1df9e632fca64fcfaede20f02e86244efddf30957bd2");
    SecretBytes key =
        SecretBytes.take(Keccak256.of("cow".getBytes(StandardCharsets.US_ASCII)).bytes());
    try (LocalWallet cow = new LocalWallet(key)) {
      assertThat(cow.address().hex()).isEqualTo("cd2a3d9f938e13cd947ec05abc7fe734df8dd826");
      assertThat(cow.signDigest(digest).hex())
          .isEqualTo(
              "4355c47d63924e8a72e509b65029052eb6c299d53a04e167c5775fd466751c9d"
                  + "07299936d304c153f6443dfa05f40ff007d72911b6f72307f996231605b91562"
                  + "1c");
    }
  }

  private static Hash256 person(String type, String name, String wallet) {
    return Eip712.struct(
        type, List.of(Eip712.text(name), Eip712.address(EvmAddress.fromHex(wallet))));
  }

  @Test
  void encodesTheOtherWordsOfEip712() {
    assertThat(Eip712.bool(true)).isEqualTo(Hash256.fromUint(BigInteger.ONE));
    assertThat(Eip712.bool(false)).isEqualTo(Hash256.ZERO);
    assertThat(Eip712.array(List.of(Hash256.ZERO))).isEqualTo(Keccak256.of(new byte[32]));
  }

  @Test
  void hashesPersonalMessagesAsWalletsDo() {
    Hash256 digest = Eip191.digest("Some data");
    assertThat(digest.hex())
        .isEqualTo("1da44b586eb0729ff70a73c326926f6ed5a25f5b056e7f47fbc6e58d86871655");
    byte[] key = Vectors.hex("4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318");
    try (LocalWallet wallet = new LocalWallet(SecretBytes.take(key))) {
      assertThat(wallet.signDigest(digest).hex())
          .isEqualTo(
              "b91467e570a6466aa9e9876cbcd013baba02900b8979d43fe208a4a4f339f5fd"
                  + "6007e74cd82e037b800186422fc2da167c747ef045e5d18a5f5d4300f8e1a029"
                  + "1c");
    }
  }

  @Test
  void recoversExactlyTheValidSignaturesOfTheVectors() {
    int valid = 0;
    for (JsonNode group :
        Vectors.json("wycheproof-ecdsa_secp256k1_sha256_bitcoin_test.json").get("testGroups")) {
      byte[] point = Vectors.hex(group.get("publicKey"));
      byte[] hash = Keccak256.of(Arrays.copyOfRange(point, 1, 65)).bytes();
      EvmAddress signer = EvmAddress.of(Arrays.copyOfRange(hash, 12, 32));
      for (JsonNode test : group.get("tests")) {
        Hash256 digest = Sha256.of(Vectors.hex(test.get("msg")));
        // This one nonce's x exceeds n, which v 27 and 28 cannot say: an EVM chain refuses it too.
        boolean expressible = !test.get("comment").asText().equals("k*G has a large x-coordinate");
        boolean accepted = recovers(digest, Vectors.hex(test.get("sig")), signer);
        assertThat(accepted)
            .as(test.toString())
            .isEqualTo(expressible && test.get("result").asText().equals("valid"));
        valid += accepted ? 1 : 0;
      }
    }
    assertThat(valid).isGreaterThan(100);
  }

  private static boolean recovers(Hash256 digest, byte[] der, EvmAddress signer) {
    try {
      BigInteger[] rs = StandardDSAEncoding.INSTANCE.decode(N, der);
      return recovers(digest, rs[0], rs[1], signer);
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  private static boolean recovers(Hash256 digest, BigInteger r, BigInteger s, EvmAddress signer) {
    for (byte v = 27; v <= 28; v++) {
      if (Secp256k1Signatures.recover(digest, signature(r, s, v))
          .filter(signer::equals)
          .isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static Bytes signature(BigInteger r, BigInteger s, byte v) {
    byte[] out = new byte[65];
    System.arraycopy(BigIntegers.asUnsignedByteArray(32, r), 0, out, 0, 32);
    System.arraycopy(BigIntegers.asUnsignedByteArray(32, s), 0, out, 32, 32);
    out[64] = v;
    return Bytes.of(out);
  }

  @Test
  void refusesHighSAndOtherShapes() {
    Hash256 digest = Hash256.fromUint(BigInteger.TEN);
    try (LocalWallet wallet = LocalWallet.generate(new SecureRandom())) {
      byte[] good = wallet.signDigest(digest).bytes();
      assertThat(Secp256k1Signatures.recover(digest, Bytes.of(good))).contains(wallet.address());
      BigInteger r = new BigInteger(1, Arrays.copyOf(good, 32));
      BigInteger s = new BigInteger(1, Arrays.copyOfRange(good, 32, 64));
      byte flipped = (byte) (55 - good[64]);
      assertThat(Secp256k1Signatures.recover(digest, signature(r, N.subtract(s), flipped)))
          .isEmpty();
      assertThat(Secp256k1Signatures.recover(digest, signature(r, s, (byte) 0))).isEmpty();
      assertThat(Secp256k1Signatures.recover(digest, signature(r, BigInteger.ZERO, good[64])))
          .isEmpty();
      assertThat(Secp256k1Signatures.recover(digest, signature(BigInteger.ZERO, s, good[64])))
          .isEmpty();
      assertThat(Secp256k1Signatures.recover(digest, signature(N, s, good[64]))).isEmpty();
      assertThat(Secp256k1Signatures.recover(digest, Bytes.of(Arrays.copyOf(good, 64)))).isEmpty();
      assertThat(wallet.toString()).isEqualTo("LocalWallet[" + wallet.address() + "]");
    }
  }

  @Test
  void refusesWhatIsNoPrivateKey() {
    assertThatThrownBy(() -> new LocalWallet(SecretBytes.take(new byte[32])))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Secp256k1Signatures.isPrivateKey(SecretBytes.take(new byte[31]))).isFalse();
    assertThat(
            Secp256k1Signatures.isPrivateKey(
                SecretBytes.take(BigIntegers.asUnsignedByteArray(32, N))))
        .isFalse();
  }
}
