// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.Heads;
import org.elastos.smartweb.chain.Reading;

/// Port to accounts that are contracts, as a quorum of their chain's sources tells what they say.
/// Safe for many threads.
public interface AccountReader {
  /// The newest and the final agreed block of a chain; a chain that this node does not follow is
  /// `sources_unavailable`.
  Reading<Heads> heads(ChainId chain);

  /// What the account says at exactly this block, whose chain is the account's.
  Reading<AccountWord> ask(AccountClaim claim, BlockRef at);
}
