// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmChain;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.Heads;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.contracts.abi.ContractQuery;
import org.elastos.smartweb.contracts.generated.LicenseCommitteeCalls.DelegationRevokedAt;
import org.elastos.smartweb.contracts.generated.LicenseCommitteeCalls.RevokedAt;
import org.elastos.smartweb.license.Delegation;
import org.elastos.smartweb.license.RevocationReader;

/// Revocations that wallets wrote on the committee's board, read at the newest agreed block.
/// Thread-safe.
final class EvmRevocations implements RevocationReader {
  private final EvmChain chain;
  private final EvmAddress committee;

  EvmRevocations(EvmChain chain, EvmAddress committee) {
    this.chain = chain;
    this.committee = committee;
  }

  @Override
  public Reading<Boolean> isRevoked(Delegation delegation) {
    EvmAddress wallet = delegation.signer().wallet();
    Hash256 device = Hash256.of(delegation.scope().device().bytes());
    return newest()
        .then(at ->
            revokedAt(new RevokedAt(wallet, device), at)
                .then(byDevice ->
                    revokedAt(new DelegationRevokedAt(wallet, delegation.hash()), at)
                        .map(byHash -> byDevice != 0 || byHash != 0)));
  }

  private Reading<BlockRef> newest() {
    return chain.heads().map(Heads::newest);
  }

  private Reading<Long> revokedAt(ContractQuery<Long> question, BlockRef at) {
    return chain.call(question.on(committee), at).map(question::decodeResult);
  }
}
