// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.Heads;

/// Whether an account that is a contract signed (crypto core §3): it has to say so at the newest
/// agreed block, where an owner who was replaced counts no more, and at the final one, where a new
/// owner counts for good. Nothing is remembered: what a contract says today it may deny tomorrow.
final class AccountCheck {
  private final AccountReader reader;

  AccountCheck(AccountReader reader) {
    this.reader = reader;
  }

  /// Returns when the account confirms at both blocks of its chain, else refuses.
  void require(ChainId chain, AccountClaim claim) {
    Heads heads = Refusal.agreed(reader.heads(chain));
    switch (at(heads.newest(), claim)) {
      case SIGNED -> {}
      case NOT_SIGNED, NO_CONTRACT ->
          throw new Refusal(
              RefusalCode.BAD_SIGNATURE, "the delegation is not signed by its wallet");
      case NO_ANSWER ->
          throw new Refusal(
              RefusalCode.UNSUPPORTED_WALLET, "the wallet does not answer as ERC-1271 wants");
    }
    Refusal.unless(
        at(heads.finalized(), claim) == AccountWord.SIGNED,
        RefusalCode.NOT_FINAL_YET,
        "the wallet confirms the delegation, but not yet at the final block");
  }

  private AccountWord at(BlockRef block, AccountClaim claim) {
    return Refusal.agreed(reader.ask(claim, block));
  }
}
