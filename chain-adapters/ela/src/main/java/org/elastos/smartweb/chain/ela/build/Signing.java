// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.build;

import java.security.SecureRandom;
import java.util.List;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ela.ElaWriter;
import org.elastos.smartweb.chain.ela.address.P256PrivateKey;
import org.elastos.smartweb.chain.ela.address.P256PublicKey;
import org.elastos.smartweb.chain.ela.address.Script;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.Program;

/// Signs transactions whose inputs all belong to one key.
public final class Signing {
  private Signing() {}

  /// The transaction with its owner's program, in place of any it had.
  public static ElaTransaction sign(
      ElaTransaction transaction, P256PrivateKey owner, SecureRandom random) {
    Bytes signature = owner.sign(transaction.unsigned().bytes(), random);
    Bytes code = new Script.Standard(owner.publicKey()).code();
    return transaction.withPrograms(List.of(new Program(parameter(List.of(signature)), code)));
  }

  /// Signatures as they stand in a program, each behind its length.
  static Bytes parameter(List<Bytes> signatures) {
    ElaWriter out = new ElaWriter();
    for (Bytes signature : signatures) {
      out.u8(P256PublicKey.SIGNATURE_BYTES).fixed(signature);
    }
    return out.toBytes();
  }
}
