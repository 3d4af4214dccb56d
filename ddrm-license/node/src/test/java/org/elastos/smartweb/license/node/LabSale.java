// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import java.math.BigInteger;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmTransaction;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.devnet.Anvil;
import org.elastos.smartweb.contracts.ChannelStack;
import org.elastos.smartweb.contracts.generated.ChannelCalls;
import org.elastos.smartweb.contracts.generated.ChannelFactoryCalls;
import org.elastos.smartweb.contracts.generated.EditionTerms;
import org.elastos.smartweb.ddrm.Condition;
import org.elastos.smartweb.ddrm.Freshness;
import org.elastos.smartweb.ddrm.Policy;
import org.elastos.smartweb.ddrm.Way;
import org.elastos.smartweb.license.LicenseClient;
import org.elastos.smartweb.license.TestWork;
import org.elastos.smartweb.threshold.EpochKeys;
import org.elastos.smartweb.threshold.SeededRandom;

/// One work, sold by the lab's creator to its buyer on a channel of its own.
final class LabSale {
  private static final Hash256 SALT = Hash256.fromHex("19".repeat(32));
  private static final int MOVES_FREELY = 1;

  private final TestWork work = new TestWork(new SeededRandom(7));
  private final Policy policy;

  LabSale(NodeLab lab) {
    EvmAddress factory =
        ChannelStack.place((contract, creation) ->
                lab.send(lab.creator, creation.transaction()).created().orElseThrow())
            .factory();
    EvmAddress channel =
        lab.ask(factory, new ChannelFactoryCalls.ChannelAddress(lab.creator.address(), SALT));
    lab.send(
        lab.creator,
        EvmTransaction.call(new ChannelFactoryCalls.CreateChannel("Songs", SALT).on(factory)));
    EditionId edition = lab.ask(channel, new ChannelCalls.EditionIdOf(SALT));
    EditionTerms terms =
        new EditionTerms(
            work.asset().hash(),
            EvmAddress.ZERO,
            BigInteger.TEN,
            0,
            500,
            MOVES_FREELY,
            0,
            0,
            0,
            "ipfs://x");
    Bytes deed =
        Bytes.fromHex("00".repeat(32) + lab.creator.address().toString().substring(2) + "000f4240");
    lab.send(
        lab.creator,
        EvmTransaction.call(new ChannelCalls.CreateEdition(SALT, terms, deed).on(channel)));
    lab.send(
        lab.buyer,
        EvmTransaction.call(
            new ChannelCalls.Buy(edition, 1, lab.buyer.address(), BigInteger.TEN, deed).on(channel),
            BigInteger.TEN));
    this.policy =
        Policy.of(
            new Way(
                new Condition.HoldsEdition(Anvil.CHAIN, channel, edition),
                TestWork.GRANT,
                Freshness.FINAL));
  }

  /// What the buyer asks for.
  LicenseClient.Wish wish(EpochKeys keys) {
    return new LicenseClient.Wish(
        work.header(keys.groupKey(), policy, new SeededRandom(8)), work.core(), work.terms(policy));
  }

  String subject() {
    return "asset:" + work.asset().hash().hex();
  }
}
