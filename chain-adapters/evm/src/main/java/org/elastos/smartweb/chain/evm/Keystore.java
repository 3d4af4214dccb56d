// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.SCrypt;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.SecretBytes;
import org.web3j.crypto.Hash;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/// Web3 Secret Storage version 3 with scrypt and AES-128-CTR. Written by hand and not with web3j's
/// `Wallet`, because that takes the password as a text, which cannot be wiped, and any cost; the
/// tests show that both read each other's files.
final class Keystore {
  static final int MAX_BYTES = 16 * 1024;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HexFormat HEX = HexFormat.of();
  private static final int VERSION = 3;
  private static final int KEY = 32;
  private static final int HALF = 16;
  private static final int R = 8;
  private static final int MIN_N = 1 << 13;
  private static final int MAX_N = 1 << 18;
  private static final int MAX_P = 16;
  private static final long MIN_WORK = 1L << 15;

  private Keystore() {}

  static byte[] seal(byte[] key, SecretBytes password, ScryptCost cost, SecureRandom random) {
    byte[] salt = new byte[KEY];
    byte[] iv = new byte[HALF];
    byte[] id = new byte[HALF];
    random.nextBytes(salt);
    random.nextBytes(iv);
    random.nextBytes(id);
    byte[] derived = password.use(word -> SCrypt.generate(word, salt, cost.n(), R, 1, KEY));
    try {
      byte[] text = aesCtr(Cipher.ENCRYPT_MODE, derived, iv, key);
      ObjectNode file = JSON.createObjectNode().put("version", VERSION).put("id", uuid(id));
      file.put("address", addressOf(key, random).hex());
      ObjectNode crypto = file.putObject("crypto");
      crypto.put("cipher", "aes-128-ctr").put("ciphertext", HEX.formatHex(text));
      crypto.putObject("cipherparams").put("iv", HEX.formatHex(iv));
      ObjectNode costs = crypto.put("kdf", "scrypt").putObject("kdfparams");
      costs.put("dklen", KEY).put("n", cost.n()).put("r", R).put("p", 1);
      costs.put("salt", HEX.formatHex(salt));
      crypto.put("mac", HEX.formatHex(mac(derived, text)));
      return JSON.writeValueAsBytes(file);
    } finally {
      Arrays.fill(derived, (byte) 0);
    }
  }

  /// The secret key, which the caller wipes.
  ///
  /// @throws KeystoreException `keystore_unreadable`, `keystore_unsupported`, `keystore_weak`,
  ///   `keystore_too_costly` or `wrong_password`
  static byte[] open(byte[] content, SecretBytes password) throws KeystoreException {
    JsonNode crypto = parse(content).path("crypto");
    require(crypto.path("cipher").asString("").equals("aes-128-ctr"), "cipher");
    require(crypto.path("kdf").asString("").equals("scrypt"), "key derivation");
    JsonNode costs = crypto.path("kdfparams");
    int n = costs.path("n").asInt(0);
    int p = costs.path("p").asInt(0);
    require(costs.path("dklen").asInt(0) == KEY && costs.path("r").asInt(0) == R, "scrypt");
    requireBearable(n, p);
    byte[] salt = hex(costs, "salt", KEY);
    byte[] text = hex(crypto, "ciphertext", KEY);
    byte[] iv = hex(crypto.path("cipherparams"), "iv", HALF);
    byte[] mac = hex(crypto, "mac", KEY);
    byte[] derived = password.use(word -> SCrypt.generate(word, salt, n, R, p, KEY));
    try {
      if (!MessageDigest.isEqual(mac, mac(derived, text))) {
        throw new KeystoreException("wrong_password", "the password does not open the keystore");
      }
      byte[] key = aesCtr(Cipher.DECRYPT_MODE, derived, iv, text);
      require(BlindedSecp256k1.isKey(key), "key");
      return key;
    } finally {
      Arrays.fill(derived, (byte) 0);
    }
  }

  /// The address that the file states, in any spelling; empty when it states none.
  static String statedAddress(byte[] content) throws KeystoreException {
    String stated = parse(content).path("address").asString("").toLowerCase(Locale.ROOT);
    return stated.startsWith("0x") ? stated.substring(2) : stated;
  }

  private static JsonNode parse(byte[] content) throws KeystoreException {
    try {
      JsonNode file = JSON.readTree(content);
      require(file.path("version").asInt(0) == VERSION, "version");
      return file;
    } catch (JacksonException e) {
      throw new KeystoreException("keystore_unreadable", "the keystore is not JSON");
    }
  }

  private static void requireBearable(int n, int p) throws KeystoreException {
    require(n > 0 && Integer.bitCount(n) == 1 && p > 0, "scrypt");
    if (n > MAX_N || p > MAX_P) {
      throw new KeystoreException(
          "keystore_too_costly", "the keystore wants more memory or time than is ever given");
    }
    if (n < MIN_N || (long) n * p < MIN_WORK) {
      throw new KeystoreException(
          "keystore_weak", "the keystore's password is too cheap to guess; make a new one");
    }
  }

  private static void require(boolean holds, String what) throws KeystoreException {
    if (!holds) {
      throw new KeystoreException(
          "keystore_unsupported", "the keystore's " + what + " is not supported");
    }
  }

  private static byte[] hex(JsonNode node, String field, int length) throws KeystoreException {
    String text = node.path(field).asString("");
    try {
      byte[] bytes = HEX.parseHex(text);
      require(bytes.length == length, field);
      return bytes;
    } catch (IllegalArgumentException e) {
      throw new KeystoreException("keystore_unreadable", "the keystore's " + field + " is broken");
    }
  }

  private static EvmAddress addressOf(byte[] key, SecureRandom random) {
    return BlindedSecp256k1.address(new BlindedSecp256k1(random).publicKey(key));
  }

  private static byte[] mac(byte[] derived, byte[] text) {
    byte[] joined = Arrays.copyOf(Arrays.copyOfRange(derived, HALF, KEY), HALF + text.length);
    System.arraycopy(text, 0, joined, HALF, text.length);
    return Hash.sha3(joined);
  }

  private static byte[] aesCtr(int mode, byte[] derived, byte[] iv, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
      cipher.init(mode, new SecretKeySpec(derived, 0, HALF, "AES"), new IvParameterSpec(iv));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES in counter mode", e);
    }
  }

  /// A random UUID, version 4.
  private static String uuid(byte[] id) {
    id[6] = (byte) ((id[6] & 0x0f) | 0x40);
    id[8] = (byte) ((id[8] & 0x3f) | 0x80);
    String hex = HEX.formatHex(id);
    return String.join(
        "-",
        hex.substring(0, 8),
        hex.substring(8, 12),
        hex.substring(12, 16),
        hex.substring(16, 20),
        hex.substring(20));
  }
}
