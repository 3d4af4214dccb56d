// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.p2p;

import java.util.List;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.DposHeader;
import org.elastos.smartweb.chain.ela.tx.DposBlock;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.verify.PartialMerkleTree;

/// A message between peers, decoded. Unsigned 64-bit numbers are `long` by their bits.
public sealed interface PeerMessage {
  /// The command that stands in front of it.
  PeerCommand command();

  /// Who speaks, and up to which height.
  ///
  /// @param nodeVersion empty below protocol version 80000, which does not carry it
  record Version(
      long protocol,
      long services,
      long timestamp,
      int port,
      long nonce,
      long height,
      boolean relay,
      Bytes nodeVersion)
      implements PeerMessage {
    /// From this protocol version on the node's own version is sent.
    public static final long WITH_NODE_VERSION = 80_000;

    /// Serves blocks.
    public static final long NETWORK = 1;

    /// Filters transactions.
    public static final long FILTERING = 2;

    @Override
    public PeerCommand command() {
      return PeerCommand.VERSION;
    }
  }

  /// The version is accepted.
  record Verack() implements PeerMessage {
    @Override
    public PeerCommand command() {
      return PeerCommand.VERACK;
    }
  }

  /// Still there?
  record Ping(long nonce) implements PeerMessage {
    @Override
    public PeerCommand command() {
      return PeerCommand.PING;
    }
  }

  /// The answer to [Ping], with its nonce.
  record Pong(long nonce) implements PeerMessage {
    @Override
    public PeerCommand command() {
      return PeerCommand.PONG;
    }
  }

  /// Asks for the blocks after the first known hash of the locator.
  record GetBlocks(List<Hash256> locator, Hash256 stop) implements PeerMessage {
    public GetBlocks {
      locator = List.copyOf(locator);
    }

    @Override
    public PeerCommand command() {
      return PeerCommand.GETBLOCKS;
    }
  }

  /// What is there, wanted, or not found.
  record Inventory(PeerCommand command, List<Item> items) implements PeerMessage {
    /// @throws IllegalArgumentException for a command that carries no inventory
    public Inventory {
      items = List.copyOf(items);
      boolean carries =
          switch (command) {
            case INV, GETDATA, NOTFOUND -> true;
            default -> false;
          };
      if (!carries) {
        throw new IllegalArgumentException("the command carries no inventory");
      }
    }

    /// One thing by its hash.
    public record Item(long kind, Hash256 hash) {
      public static final long TRANSACTION = 1;
      public static final long BLOCK = 2;
      public static final long FILTERED_BLOCK = 3;
      public static final long CONFIRMED_BLOCK = 4;

      /// Whether it announces a block.
      public boolean announcesBlock() {
        return kind == BLOCK || kind == CONFIRMED_BLOCK;
      }
    }
  }

  /// Which transactions to send along with filtered blocks.
  record TxFilter(int kind, Bytes data) implements PeerMessage {
    /// The kind whose blocks carry their confirm.
    public static final int WITH_CONFIRMS = 1;

    @Override
    public PeerCommand command() {
      return PeerCommand.TXFILTER;
    }
  }

  /// A header with its confirm, and part of its transactions' merkle tree (BIP 37).
  record MerkleBlock(DposHeader header, PartialMerkleTree tree) implements PeerMessage {
    @Override
    public PeerCommand command() {
      return PeerCommand.MERKLEBLOCK;
    }
  }

  /// One transaction.
  record Tx(ElaTransaction transaction) implements PeerMessage {
    @Override
    public PeerCommand command() {
      return PeerCommand.TX;
    }
  }

  /// A whole block with its confirm.
  record WholeBlock(DposBlock block) implements PeerMessage {
    @Override
    public PeerCommand command() {
      return PeerCommand.BLOCK;
    }
  }

  /// Something that we sent was not accepted.
  record Reject(Bytes rejected, int code, Bytes reason, Hash256 hash) implements PeerMessage {
    @Override
    public PeerCommand command() {
      return PeerCommand.REJECT;
    }
  }

  /// A message that a light client has no use for, as it came.
  record Unread(PeerCommand command, Bytes payload) implements PeerMessage {}
}
