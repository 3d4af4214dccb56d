// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.p2p;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.tx.DposBlock;
import org.elastos.smartweb.chain.mainchain.BlockSource;
import org.elastos.smartweb.chain.mainchain.ChainPosition;
import org.elastos.smartweb.chain.mainchain.internal.SourceFault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A peer as a source of blocks. Connects when it is asked, and again after a failure. One thread
/// at a time.
public final class PeerBlockSource implements BlockSource {
  private static final Logger LOG = LoggerFactory.getLogger(PeerBlockSource.class);

  private final String name;
  private final InetSocketAddress address;
  private final PeerNetwork network;
  private final PeerIdentity self;
  private final PeerLimits limits;
  private @Nullable PeerSession session;
  private @Nullable Hash256 unfiltered;

  /// @param peer how it is called and where it is; its name is resolved at each connection
  public PeerBlockSource(
      NamedPeer peer, PeerNetwork network, PeerIdentity self, PeerLimits limits) {
    this.name = peer.name();
    this.address = peer.address();
    this.network = network;
    this.self = self;
    this.limits = limits;
  }

  /// A peer by name.
  public record NamedPeer(String name, InetSocketAddress address) {}

  @Override
  public String name() {
    return name;
  }

  @Override
  public Fetched blocksAfter(List<ChainPosition> locator, int most) {
    @Nullable PeerSession open = null;
    try {
      open = session();
      List<DposBlock> blocks =
          open.blocksAfter(
              locator.stream().map(ChainPosition::hash).toList(),
              most,
              Optional.ofNullable(unfiltered));
      unfiltered = open.unfiltered().orElse(null);
      if (open.spent()) {
        close();
      }
      return new Fetched.Blocks(blocks, Optional.of(open.claimedHeight()));
    } catch (SourceFault fault) {
      if (open != null) {
        unfiltered = open.unfiltered().orElse(null);
      }
      close();
      return new Fetched.Failed(fault.failure());
    }
  }

  @Override
  public void close() {
    PeerSession open = session;
    session = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        LOG.atDebug().addKeyValue("source", name).setCause(e).log("A connection did not close");
      }
    }
  }

  private PeerSession session() {
    PeerSession open = session;
    if (open == null) {
      open = connected();
      session = open;
    }
    return open;
  }

  private PeerSession connected() {
    PeerConnection connection = PeerConnection.open(address, network, limits);
    try {
      return PeerSession.greet(connection, self, limits);
    } catch (SourceFault fault) {
      try {
        connection.close();
      } catch (IOException e) {
        fault.addSuppressed(e);
      }
      throw fault;
    }
  }
}
