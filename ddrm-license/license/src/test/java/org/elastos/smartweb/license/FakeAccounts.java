// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Heads;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.crypto.Secp256k1Signatures;

/// Accounts that are contracts on a fake chain, whose owners change at stated heights. For tests.
public final class FakeAccounts implements AccountReader {
  private final FakeChain chain;
  private final Map<EvmAddress, TreeMap<Long, EvmAddress>> owners = new HashMap<>();
  private final Set<EvmAddress> odd = new HashSet<>();

  /// None so far.
  public FakeAccounts(FakeChain chain) {
    this.chain = chain;
  }

  /// From this height on the account is there and this owner signs for it, until the next change.
  public FakeAccounts owner(EvmAddress account, long height, EvmAddress owner) {
    owners.computeIfAbsent(account, _ -> new TreeMap<>()).put(height, owner);
    return this;
  }

  /// The account is a contract that answers with something else.
  public FakeAccounts odd(EvmAddress account) {
    odd.add(account);
    return this;
  }

  @Override
  public Reading<Heads> heads(ChainId asked) {
    return chain.heads(asked);
  }

  @Override
  public Reading<AccountWord> ask(AccountClaim claim, BlockRef at) {
    return chain.reading(word(claim, at.number()), at);
  }

  private AccountWord word(AccountClaim claim, long height) {
    if (odd.contains(claim.account())) {
      return AccountWord.NO_ANSWER;
    }
    var owner = owners.getOrDefault(claim.account(), new TreeMap<>()).floorEntry(height);
    if (owner == null) {
      return AccountWord.NO_CONTRACT;
    }
    return Secp256k1Signatures.recover(claim.digest(), claim.signature())
            .filter(owner.getValue()::equals)
            .isPresent()
        ? AccountWord.SIGNED
        : AccountWord.NOT_SIGNED;
  }
}
