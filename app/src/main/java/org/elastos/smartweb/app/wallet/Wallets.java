// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.wallet;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.chain.evm.KeystoreWallet;
import org.elastos.smartweb.chain.evm.ScryptCost;
import org.elastos.smartweb.platform.state.PrivateDirectory;
import org.elastos.smartweb.platform.state.SecretFile;

/// The wallets of a state directory: Web3 Secret Storage files, each with a password of its own in
/// a file beside it that only the owner can read. Not thread-safe.
public final class Wallets {
  private final Path folder;
  private final SecureRandom random;

  /// Opens the folder, making it when it is not there.
  public Wallets(Path folder, SecureRandom random) {
    this.folder = PrivateDirectory.create(folder);
    this.random = random;
  }

  /// The wallet of this name, made at first use. The caller closes it.
  public KeystoreWallet open(String name) {
    if (!name.matches("[a-z0-9][a-z0-9_-]{0,39}")) {
      throw new CommandFailure(
          "bad_wallet_name",
          "a wallet's name has lower-case letters, digits, _ and -: " + name,
          "choose another name");
    }
    try (SecretBytes password = password(passwordFile(name))) {
      return Files.exists(file(name))
          ? opened(file(name), password, random)
          // The password is random and long: guessing is not made harder by a slow function.
          : KeystoreWallet.create(file(name), password, ScryptCost.LIGHT, random);
    }
  }

  /// The keystore file of a wallet.
  public Path file(String name) {
    return folder.resolve(name + ".json");
  }

  /// The file with its password.
  public Path passwordFile(String name) {
    return folder.resolve(name + ".password");
  }

  /// Opens a keystore with the password in a file.
  public static KeystoreWallet open(Path file, Path passwordFile, SecureRandom random) {
    try (SecretBytes password =
        SecretBytes.take(SecretFile.read(passwordFile).getBytes(StandardCharsets.UTF_8))) {
      return opened(file, password, random);
    }
  }

  private SecretBytes password(Path file) {
    return SecretBytes.take(SecretFile.readOrCreate(file, random).getBytes(StandardCharsets.UTF_8));
  }

  private static KeystoreWallet opened(Path file, SecretBytes password, SecureRandom random) {
    return switch (KeystoreWallet.open(file, password, random)) {
      case KeystoreWallet.OpenOutcome.Opened(KeystoreWallet wallet) -> wallet;
      case KeystoreWallet.OpenOutcome.Refused refused ->
          throw new CommandFailure(
              refused.code(),
              "the wallet does not open: " + refused.detail(),
              "check the keystore and its password file",
              Map.of("file", file.toString()));
    };
  }
}
