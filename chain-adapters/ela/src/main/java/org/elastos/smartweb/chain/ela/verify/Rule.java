// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.verify;

import java.util.Locale;

/// The rules that a value can break. The code of a rule is its name in lower case; it is stable and
/// made for programs (docs/spec/mainchain.md, "Verification").
public enum Rule {
  /// The parent coinbase has no input, so there is no script to search.
  AUX_COINBASE_EMPTY,
  /// The coinbase branch does not lead to the parent header's Merkle root.
  AUX_COINBASE_BRANCH,
  /// The coinbase is not the parent block's first transaction.
  AUX_COINBASE_INDEX,
  /// A branch is longer than any tree can be.
  AUX_BRANCH_TOO_LONG,
  /// The coinbase script has no merged-mining magic.
  AUX_MAGIC_MISSING,
  /// The coinbase script has the merged-mining magic more than once.
  AUX_MAGIC_TWICE,
  /// The root that the block's hash leads to does not follow the magic directly.
  AUX_ROOT_MISPLACED,
  /// Fewer than eight bytes follow the root.
  AUX_TRAILER_SHORT,
  /// The size in the script is not that of the branch.
  AUX_TREE_SIZE,
  /// The index in the aux branch is not the one that nonce and chain id give.
  AUX_CHAIN_ID,
  /// The bits give no target, or one above the limit of proof of work.
  TARGET_OUT_OF_RANGE,
  /// The parent header's hash is above the target.
  WORK_TOO_LOW,
  /// The header's bits are not the computed ones.
  BITS_WRONG,
  /// The timestamp is before the median of the last eleven blocks.
  TIME_TOO_OLD,
  /// The timestamp is more than two hours ahead of the clock.
  TIME_TOO_NEW,
  /// The header does not name the block before it.
  PREVIOUS_WRONG,
  /// The height is not one above the block before it.
  HEIGHT_WRONG,
  /// The first block is not the genesis block of the network.
  GENESIS_WRONG,
  /// A tree or a block has no transactions.
  MERKLE_EMPTY,
  /// Two equal nodes stand side by side: another list has the same root (CVE-2012-2459).
  MERKLE_MUTATED,
  /// The transactions lead to another root than the header's.
  MERKLE_ROOT_WRONG,
  /// A partial tree says more transactions than a block can hold.
  MERKLE_TOO_MANY,
  /// A partial tree has hashes or flags to spare, or too few of them.
  MERKLE_TREE_SHAPE,
  /// A proof does not name the transaction or the block that it shall prove.
  MERKLE_NOT_INCLUDED,
  /// A transaction of 64 unsigned bytes is shown, which could be an inner node of the tree; or a
  /// proof lacks the coinbase, by which the depth of its leaves is known.
  MERKLE_AMBIGUOUS,
  /// The first transaction is not a coinbase, or another one is.
  COINBASE_MISPLACED,
  /// In BPoS mode a block came without its confirm.
  CONFIRM_MISSING,
  /// The confirm is for another block.
  CONFIRM_WRONG_BLOCK,
  /// A vote is for another proposal.
  CONFIRM_WRONG_PROPOSAL,
  /// A vote rejects the proposal.
  CONFIRM_REJECT_VOTE,
  /// The sponsor is no arbiter of the current set.
  CONFIRM_SPONSOR_UNKNOWN,
  /// A signer is no arbiter of the current set.
  CONFIRM_SIGNER_UNKNOWN,
  /// One arbiter stands twice in the confirm.
  CONFIRM_DUPLICATE_SIGNER,
  /// The distinct signers are not more than two thirds of the set.
  CONFIRM_TOO_FEW,
  /// The signature of the proposal is not its sponsor's.
  CONFIRM_PROPOSAL_SIGNATURE,
  /// The signature of a vote is not its signer's.
  CONFIRM_VOTE_SIGNATURE,
  /// A switch to proof-of-work mode that the rules do not allow at this block.
  REVERT_NOT_ALLOWED,
  /// A locked output is spent in the time in which none may be.
  X_SPEND_FROZEN,
  /// A locked output is spent by a transaction of a type that may not.
  X_SPEND_TYPE,
  /// A locked output is spent by a payload version that may not, or that is not understood.
  X_SPEND_PAYLOAD_VERSION,
  /// Locked and other outputs are spent together.
  X_SPEND_MIXED_INPUTS,
  /// The transaction has another number of inputs than spent outputs were given.
  X_SPEND_INPUTS_UNKNOWN,
  /// Withdrawals and refunds do not exist in proof-of-work mode.
  X_SPEND_IN_WORK_MODE,
  /// The arbiters at this height are not known, so nobody can be authorised.
  X_SPEND_ARBITERS_UNKNOWN,
  /// There is no witness, or it is no cross-chain multi-signature.
  X_SPEND_WITNESS,
  /// The witness names other keys than the council's.
  X_SPEND_ARBITERS,
  /// Fewer distinct arbiters signed than are needed.
  X_SPEND_TOO_FEW,
  /// A signature is no arbiter's, or an arbiter signed twice.
  X_SPEND_SIGNATURE;

  private final String code = name().toLowerCase(Locale.ROOT);

  /// The stable code.
  public String code() {
    return code;
  }
}
