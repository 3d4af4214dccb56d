// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.rpc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.ElaHeader;
import org.elastos.smartweb.chain.ela.verify.ArbiterSet;
import org.elastos.smartweb.chain.ela.verify.ChainPoint;
import org.elastos.smartweb.chain.ela.verify.ConsensusState;
import org.elastos.smartweb.chain.ela.verify.ElaNetwork;
import org.elastos.smartweb.chain.ela.verify.WorkRules;
import org.elastos.smartweb.chain.mainchain.ChainOrigin;
import org.elastos.smartweb.chain.mainchain.p2p.PeerNetwork;

/// What a development node says of its own chain: the one place where a source is believed, because
/// such a chain begins wherever its node says. Never for money.
///
/// @param origin the node's genesis block and its first arbiters
public record DevelopmentNetwork(ElaNetwork network, PeerNetwork peers, ChainOrigin origin) {
  /// The name of every such network.
  public static final String NAME = "development";

  private static final int MOST_SEATS = 255;
  private static final long U32 = 0xffff_ffffL;
  private static final int WINDOW_BLOCKS = 720;
  private static final long WINDOW_SECONDS = 86_400;
  private static final int MOST_CHANGE = 4;
  private static final long SILENCE = 43_200;
  private static final long SHORT_SILENCE = 7_200;

  /// Asks a development node; other nodes refuse.
  public static RpcReply<DevelopmentNetwork> of(MainchainRpc node) {
    return RpcReply.of(() -> {
      RpcValue told = node.ask("dev_parameters", Map.of(), RpcShape.values(2_000));
      Hash256 genesis = RpcHash.internal(told.member("genesis"));
      Map<String, Object> raw = Map.of("blockhash", RpcHash.display(genesis), "verbosity", 0);
      ElaHeader first =
          RawAnswers.block(node.ask("getblock", raw, RawAnswers.BLOCK), genesis).header();
      return new DevelopmentNetwork(
          network(told, genesis),
          new PeerNetwork(NAME, told.member("magic").number(0, U32), 0),
          new ChainOrigin(
              NAME, ChainPoint.genesis(first, ConsensusState.starting(Optional.of(set(told))))));
    });
  }

  private static ElaNetwork network(RpcValue told, Hash256 genesis) {
    long confirmsFrom = told.member("confirmsfrom").number(0, U32);
    return new ElaNetwork(
        NAME,
        genesis,
        (int) told.member("chainid").number(0, Integer.MAX_VALUE),
        new WorkRules(
            RpcHash.bits(told.member("bits")), WINDOW_BLOCKS, WINDOW_SECONDS, MOST_CHANGE),
        new ElaNetwork.BposRules(
            (int) told.member("seats").number(1, MOST_SEATS),
            confirmsFrom,
            confirmsFrom,
            confirmsFrom,
            SILENCE,
            ElaNetwork.NEVER,
            SHORT_SILENCE),
        new ElaNetwork.CrossChainRules(
            told.member("xfrozenfrom").number(0, U32),
            told.member("xrestrictedfrom").number(0, U32),
            (int) told.member("agreement").number(1, MOST_SEATS),
            told.member("depositfee").number(0, Long.MAX_VALUE)));
  }

  private static ArbiterSet set(RpcValue told) {
    List<Bytes> seats = keys(told.member("arbiters"));
    List<Bytes> council = keys(told.member("council"));
    try {
      return new ArbiterSet(seats, council);
    } catch (IllegalArgumentException e) {
      throw told.fault("no set of arbiters", e);
    }
  }

  private static List<Bytes> keys(RpcValue list) {
    List<Bytes> keys = new ArrayList<>();
    for (RpcValue key : list.elements(MOST_SEATS)) {
      keys.add(Bytes.of(key.bytes()));
    }
    return keys;
  }
}
