// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.security.SecureRandom;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.Ed25519;

/// An operator of a committee in a test: its account and its node's long-lived keys.
public record BoardOperator(
    EvmAddress account, EncryptionKey encryptionKey, SecretBytes identitySeed) {
  /// With fresh keys.
  public static BoardOperator of(EvmAddress account, SecureRandom random) {
    byte[] identity = new byte[Ed25519.SEED_BYTES];
    random.nextBytes(identity);
    return new BoardOperator(account, EncryptionKey.generate(random), SecretBytes.take(identity));
  }

  /// What the board shows of it.
  public CommitteeMember member(CeremonyTerms.Board board, SecureRandom random) {
    Registration registration = new Registration(board.chain(), board.contract(), account);
    return new CommitteeMember(
        account,
        Ed25519.publicKey(identitySeed),
        encryptionKey.publicKey(),
        registration.prove(encryptionKey, random));
  }
}
