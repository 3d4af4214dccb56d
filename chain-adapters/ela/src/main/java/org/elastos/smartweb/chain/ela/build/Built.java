// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.build;

import org.elastos.smartweb.chain.ela.tx.ElaTransaction;

/// What became of a wish for a transaction.
public sealed interface Built {
  /// The transaction; it reads back from its bytes as the same.
  record Ready(ElaTransaction transaction) implements Built {}

  /// There is no such transaction.
  record Refused(Reason reason) implements Built {}

  /// Why there is none; the codes are stable.
  enum Reason {
    /// The owner's usable outputs do not cover amounts and fee.
    INSUFFICIENT_FUNDS("insufficient_funds"),
    /// An amount that is zero, negative or too large to add up.
    BAD_AMOUNT("bad_amount"),
    /// A fee below what the node relays.
    FEE_TOO_LOW("fee_too_low"),
    /// Too many small outputs to fit one transaction: join them first.
    TOO_MANY_INPUTS("too_many_inputs"),
    /// Not the address of a side chain.
    NOT_A_SIDE_CHAIN("not_a_side_chain"),
    /// Target data above 1024 bytes.
    TARGET_DATA_TOO_LONG("target_data_too_long"),
    /// A key that is none of the signers'.
    FOREIGN_KEY("foreign_key"),
    /// A signature that is none of a signer's over this transaction.
    BAD_SIGNATURE("bad_signature"),
    /// Fewer signatures than the script requires.
    SIGNATURES_MISSING("signatures_missing"),
    /// Signatures for another transaction or script.
    OTHER_TRANSACTION("other_transaction");

    private final String code;

    Reason(String code) {
      this.code = code;
    }

    /// The stable code.
    public String code() {
      return code;
    }
  }
}
