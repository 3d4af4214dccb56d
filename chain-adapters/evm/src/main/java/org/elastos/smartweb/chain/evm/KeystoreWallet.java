// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.chain.Wallet;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.Sign.SignatureData;
import org.web3j.crypto.TransactionEncoder;
import org.web3j.crypto.transaction.type.TransactionType;

/// A wallet whose key lies in a keystore file (Web3 Secret Storage v3, mode 0600) and, while it is
/// open, in this process. Close it to wipe the key. Thread-safe.
public final class KeystoreWallet implements Wallet, AutoCloseable {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private final SecretBytes key;
  private final byte[] publicKey;
  private final BlindedSecp256k1 curve;

  private KeystoreWallet(byte[] key, SecureRandom random) {
    this.curve = new BlindedSecp256k1(random);
    this.publicKey = curve.publicKey(key);
    this.key = SecretBytes.take(key);
  }

  /// Makes a new key and its file; never writes over a file.
  ///
  /// @throws EvmException `keystore_exists`
  public static KeystoreWallet create(
      Path file, SecretBytes password, ScryptCost cost, SecureRandom random) {
    byte[] key = new BlindedSecp256k1(random).newKey();
    try {
      write(file, Keystore.seal(key, password, cost, random));
    } catch (FileAlreadyExistsException e) {
      throw new EvmException(
          "keystore_exists", "there is a keystore already", Map.of("file", file.toString()), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new KeystoreWallet(key, random);
  }

  /// Opens a keystore file.
  public static OpenOutcome open(Path file, SecretBytes password, SecureRandom random) {
    try {
      Set<PosixFilePermission> others = EnumSet.copyOf(Files.getPosixFilePermissions(file));
      others.removeAll(OWNER_ONLY);
      if (!others.isEmpty()) {
        return new OpenOutcome.Refused(
            "keystore_open_to_others", "run chmod 600 on the keystore file");
      }
      if (Files.size(file) > Keystore.MAX_BYTES) {
        return new OpenOutcome.Refused("keystore_unreadable", "the file is no keystore");
      }
      return open(Files.readAllBytes(file), password, random);
    } catch (IOException e) {
      return new OpenOutcome.Refused("keystore_unreadable", "the file cannot be read");
    }
  }

  private static OpenOutcome open(byte[] content, SecretBytes password, SecureRandom random) {
    try {
      String stated = Keystore.statedAddress(content);
      var wallet = new KeystoreWallet(Keystore.open(content, password), random);
      if (stated.isEmpty() || stated.equals(wallet.address().hex())) {
        return new OpenOutcome.Opened(wallet);
      }
      wallet.close();
      return new OpenOutcome.Refused(
          "keystore_unreadable", "the keystore holds the key of another address than it states");
    } catch (KeystoreException e) {
      return new OpenOutcome.Refused(e.code(), String.valueOf(e.getMessage()));
    }
  }

  @Override
  public EvmAddress address() {
    return BlindedSecp256k1.address(publicKey);
  }

  @Override
  public Bytes signDigest(Hash256 digest) {
    BlindedSecp256k1.Signature signature = sign(digest);
    byte[] joined = Arrays.copyOf(signature.rBytes(), 65);
    System.arraycopy(signature.sBytes(), 0, joined, 32, 32);
    joined[64] = signature.v();
    return Bytes.of(joined);
  }

  /// Signs a transaction (EIP-1559, or EIP-155 before it).
  ///
  /// @return the bytes to broadcast
  Bytes signTransaction(RawTransaction transaction, long chainId) {
    boolean legacy = transaction.getType() == TransactionType.LEGACY;
    byte[] unsigned =
        legacy
            ? TransactionEncoder.encode(transaction, chainId)
            : TransactionEncoder.encode(transaction);
    BlindedSecp256k1.Signature signature = sign(Hash256.of(org.web3j.crypto.Hash.sha3(unsigned)));
    SignatureData data = new SignatureData(signature.v(), signature.rBytes(), signature.sBytes());
    SignatureData stated =
        legacy ? TransactionEncoder.createEip155SignatureData(data, chainId) : data;
    return Bytes.of(TransactionEncoder.encode(transaction, stated));
  }

  /// Wipes the key; signing afterwards is refused.
  @Override
  public void close() {
    key.close();
  }

  @Override
  public String toString() {
    return "KeystoreWallet[" + address() + "]";
  }

  private BlindedSecp256k1.Signature sign(Hash256 digest) {
    return key.use(scalar -> curve.sign(scalar, digest));
  }

  /// Writes the file whole or not at all, and never over another.
  private static void write(Path file, byte[] content) throws IOException {
    Path absolute = file.toAbsolutePath();
    Path fresh = absolute.resolveSibling("." + absolute.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(fresh, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    try {
      Files.write(fresh, content);
      try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.createLink(absolute, fresh);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /// What became of opening a keystore.
  public sealed interface OpenOutcome {
    /// The wallet; the caller closes it.
    record Opened(KeystoreWallet wallet) implements OpenOutcome {}

    /// Not opened; `code` is stable, `detail` is for people.
    record Refused(String code, String detail) implements OpenOutcome {}
  }
}
