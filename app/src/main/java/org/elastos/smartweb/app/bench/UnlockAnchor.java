// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.bench;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.contracts.abi.AbiReader;
import org.elastos.smartweb.contracts.abi.ContractCall;

/// Unlock's `PublicLock` 15 as published, made by its `Unlock` 14: one key for native coins. The
/// money waits in the lock for one owner. `Unlock` works behind a proxy only; here that is the
/// smallest there is (EIP-1167), which favours it.
final class UnlockAnchor {
  private static final BigInteger PRICE = BigInteger.valueOf(1_000_003);
  private static final int VERSION = 15;
  private static final long YEAR = 31_536_000;
  private static final long MOST_KEYS = 1_000_000;

  private final GasChain chain;
  private final EvmAddress creator;
  private final EvmAddress unlock;

  UnlockAnchor(GasChain chain, Published published) {
    this.chain = chain;
    this.creator = chain.signer(1);
    EvmAddress owner = chain.signer(0);
    EvmAddress code = chain.deploy(published.code("unlock"));
    this.unlock = chain.deploy(clone(published.code("clone"), code, owner));
    EvmAddress template = chain.deploy(published.code("publicLock"));
    ContractCall add =
        Abi.call(
            "caeee3a3",
            to -> {
              to.address(template);
              to.uint(16, VERSION);
            });
    chain.send(owner, add, unlock);
    chain.send(owner, Abi.call("ef67fde6", to -> to.address(template)), unlock);
  }

  private static Bytes clone(Bytes clone, EvmAddress code, EvmAddress owner) {
    Bytes initialization = Abi.call("c4d66de8", to -> to.address(owner)).callData();
    Bytes arguments =
        Abi.call(
                "",
                to -> {
                  to.address(code);
                  to.bytes(initialization);
                })
            .callData();
    return Bytes.fromHex(clone.hex() + arguments.hex());
  }

  Map<String, Long> measure() {
    Map<String, Long> gas = new LinkedHashMap<>();
    ContractCall create = creation();
    EvmAddress lock = chain.read(unlock, Abi.query(create, AbiReader::address));
    long created = chain.send(creator, create, unlock).gasUsed();
    buy(lock);
    gas.put("unlock_buy_native_gas", buy(lock));
    gas.put("unlock_create_lock_gas", created);
    gas.put("unlock_creator_first_sale_gas", created + withdraw(lock));
    return gas;
  }

  private long buy(EvmAddress lock) {
    EvmAddress buyer = chain.fresh();
    ContractCall purchase =
        Abi.call(
            "4609b39b",
            writer ->
                writer.list(
                    List.of(buyer),
                    (list, recipient) ->
                        list.dynamic(key -> {
                          key.uint(256, PRICE);
                          key.address(recipient);
                          key.address(EvmAddress.ZERO);
                          key.address(EvmAddress.ZERO);
                          key.address(EvmAddress.ZERO);
                          key.bytes(Bytes.EMPTY);
                          key.uint(256, 0);
                        })));
    return chain.send(buyer, purchase, lock, PRICE).gasUsed();
  }

  private ContractCall creation() {
    Bytes terms =
        Abi.call(
                "6eadde43",
                to -> {
                  to.address(creator);
                  to.uint(256, YEAR);
                  to.address(EvmAddress.ZERO);
                  to.uint(256, PRICE);
                  to.uint(256, MOST_KEYS);
                  to.string("a work");
                })
            .callData();
    return Abi.call(
        "487a8a76",
        to -> {
          to.bytes(terms);
          to.uint(16, VERSION);
        });
  }

  private long withdraw(EvmAddress lock) {
    ContractCall withdraw =
        Abi.call(
            "d9caed12",
            to -> {
              to.address(EvmAddress.ZERO);
              to.address(creator);
              to.uint(256, 0);
            });
    return chain.send(creator, withdraw, lock).gasUsed();
  }
}
