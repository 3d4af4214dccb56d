// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.ela;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.chain.ela.verify.ElaNetwork;
import org.elastos.smartweb.chain.mainchain.ChainOrigin;
import org.elastos.smartweb.chain.mainchain.MainchainException;
import org.elastos.smartweb.chain.mainchain.SourceFailure;
import org.elastos.smartweb.chain.mainchain.p2p.PeerNetwork;
import org.elastos.smartweb.chain.mainchain.rpc.DevelopmentNetwork;
import org.elastos.smartweb.chain.mainchain.rpc.MainchainRpc;
import org.elastos.smartweb.chain.mainchain.rpc.RpcEndpoint;
import org.elastos.smartweb.chain.mainchain.rpc.RpcLimits;
import org.elastos.smartweb.chain.mainchain.rpc.RpcRefusal;
import org.elastos.smartweb.chain.mainchain.rpc.RpcReply;
import org.elastos.smartweb.chain.mainchain.sync.CheckpointFile;
import org.elastos.smartweb.chain.mainchain.sync.Checkpoints;
import org.elastos.smartweb.chain.mainchain.sync.Origins;

/// A network of the mainchain and the block from which it is followed.
///
/// @param origin the genesis block, or the checkpoint that the operator answers for
public record FollowedNetwork(ElaNetwork rules, PeerNetwork peers, ChainOrigin origin) {
  /// A public network.
  ///
  /// @param checkpoint a file that the operator answers for; without it the genesis block
  /// @throws CommandFailure `unknown_network`, `checkpoint_unreadable`, `other_network` or
  ///   `checkpoint_unsound`; the whole file is checked here, before anything is stored
  public static FollowedNetwork of(String name, Optional<Path> checkpoint) {
    ElaNetwork rules = ElaNetwork.named(name).orElseThrow(() -> unknown(name));
    PeerNetwork peers = PeerNetwork.named(name).orElseThrow(() -> unknown(name));
    return new FollowedNetwork(
            rules,
            peers,
            checkpoint.map(FollowedNetwork::read).orElseGet(() -> Origins.genesis(rules)))
        .requireOwn(name);
  }

  /// The network of an ELA development node on this machine, as the node itself describes it: never
  /// for money.
  ///
  /// @throws CommandFailure `not_a_development_node`
  public static FollowedNetwork development(URI rpc) {
    try {
      if (!InetAddress.getByName(rpc.getHost()).isLoopbackAddress()) {
        throw noDevelopmentNode("it is not on this machine");
      }
      try (MainchainRpc node =
          MainchainRpc.open(new RpcEndpoint(DevelopmentNetwork.NAME, rpc), RpcLimits.DEFAULT)) {
        return switch (DevelopmentNetwork.of(node)) {
          case RpcReply.Answered<DevelopmentNetwork>(DevelopmentNetwork told) ->
              new FollowedNetwork(told.network(), told.peers(), told.origin());
          case RpcReply.Refused<DevelopmentNetwork>(RpcRefusal refusal) ->
              throw noDevelopmentNode(refusal.text());
          case RpcReply.Failed<DevelopmentNetwork>(SourceFailure failure) ->
              throw noDevelopmentNode(failure.code().text());
        };
      }
    } catch (UnknownHostException | IllegalArgumentException e) {
      throw noDevelopmentNode("this is no address");
    }
  }

  private static CommandFailure noDevelopmentNode(String why) {
    return new CommandFailure(
        "not_a_development_node",
        "no ELA development node answers there: " + why,
        "start one with ./smartweb up or smartweb ela-devnode, and name its RPC address first");
  }

  private static ChainOrigin read(Path file) {
    try {
      return CheckpointFile.read(file);
    } catch (MainchainException e) {
      throw new CommandFailure(
          e.code(), String.valueOf(e.getMessage()), "get a sound checkpoint file");
    }
  }

  private FollowedNetwork requireOwn(String name) {
    if (!origin.network().equals(name)) {
      throw new CommandFailure(
          "other_network",
          "the checkpoint is of " + origin.network(),
          "give a checkpoint of " + name);
    }
    Checkpoints.flaw(origin, rules)
        .ifPresent(flaw -> {
          throw new CommandFailure(
              Checkpoints.Reason.CHECKPOINT_UNSOUND.code(),
              "the checkpoint cannot be a block of " + name + ": " + flaw,
              "get a sound checkpoint file");
        });
    return this;
  }

  private static CommandFailure unknown(String name) {
    return new CommandFailure(
        "unknown_network",
        "there is no mainchain network " + name,
        "use mainnet, testnet, regnet or development");
  }
}
