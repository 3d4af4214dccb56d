// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.follow;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmCall;
import org.elastos.smartweb.chain.EvmSender.SendOutcome;
import org.elastos.smartweb.chain.EvmSender.SettleOutcome;
import org.elastos.smartweb.chain.EvmTransaction;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.chain.TxHash;
import org.elastos.smartweb.chain.evm.EvmProfile;
import org.elastos.smartweb.chain.evm.EvmSources;
import org.elastos.smartweb.chain.evm.KeystoreWallet;
import org.elastos.smartweb.chain.evm.KeystoreWallet.OpenOutcome;
import org.elastos.smartweb.chain.evm.OutboxEvmSender;
import org.elastos.smartweb.chain.evm.PostgresTxOutbox;
import org.elastos.smartweb.chain.evm.QuorumEvmChain;
import org.elastos.smartweb.chain.evm.QuorumLogFeed;
import org.elastos.smartweb.chain.evm.RpcSource;
import org.elastos.smartweb.chain.evm.TxOutbox;
import org.elastos.smartweb.platform.db.DatabaseAccess;
import org.elastos.smartweb.platform.db.Db;
import org.elastos.smartweb.platform.db.DbOptions;
import org.elastos.smartweb.platform.db.Sql;

/// The process that is killed: sends its payments and follows their events, and prints a line after
/// each thing that it wrote down for ever.
final class LedgerChild {
  static final String FOLLOWER = "ledger";
  static final String PASSWORD = "password";
  static final String STEP = "step";
  static final String DONE = "done";

  private LedgerChild() {}

  /// @param arguments node, database, role, password file, wallet, contract, how many payments
  public static void main(String[] arguments) {
    URI node = URI.create(arguments[0]);
    var access = new DatabaseAccess(arguments[1], arguments[2], Path.of(arguments[3]));
    EvmAddress contract = EvmAddress.fromHex(arguments[5]);
    int payments = Integer.parseInt(arguments[6]);
    try (Db db = Db.open(access, DbOptions.DEFAULT.withConnections(2));
        EvmSources sources =
            EvmSources.open(
                EvmProfile.DEVELOPMENT,
                List.of(new RpcSource("one", node), new RpcSource("two", node)));
        KeystoreWallet wallet = open(Path.of(arguments[4]))) {
      var chain = new QuorumEvmChain(sources, InstantSource.system());
      TxOutbox outbox =
          told(
              TxOutbox.class,
              new PostgresTxOutbox(db),
              Set.of("append", "addVersion", "markBroadcast", "settleBelow"));
      var sender = new OutboxEvmSender(sources, chain, wallet, outbox);
      @SuppressWarnings("unchecked") // a proxy of the same type
      FollowerStore<Sql> store =
          told(
              FollowerStore.class,
              new PostgresFollowerStore(db),
              Set.of("load", "advance", "retract"));
      try (var follower =
          new LogFollower<>(
              FollowSpec.of(FOLLOWER, EvmProfile.DEVELOPMENT.chain(), List.of(contract), 0),
              FollowPolicy.DEFAULT,
              new QuorumLogFeed(sources, chain),
              store,
              new EventTable(FOLLOWER))) {
        work(sender, follower, contract, payments);
      }
      System.out.println(DONE);
    }
  }

  private static KeystoreWallet open(Path file) {
    SecretBytes password = SecretBytes.take(PASSWORD.getBytes(StandardCharsets.UTF_8));
    return switch (KeystoreWallet.open(file, password, new SecureRandom())) {
      case OpenOutcome.Opened(KeystoreWallet wallet) -> wallet;
      case OpenOutcome.Refused refused -> throw new IllegalStateException(refused.toString());
    };
  }

  static String id(int payment) {
    return "payment-" + payment;
  }

  static Hash256 word(int payment) {
    return Hash256.fromUint(BigInteger.valueOf(1_000L + payment));
  }

  private static void work(
      OutboxEvmSender sender, LogFollower<?> follower, EvmAddress contract, int payments) {
    sender.resume();
    Map<Integer, TxHash> sent = new HashMap<>();
    Set<Integer> settled = new HashSet<>();
    long last = Long.MAX_VALUE;
    while (settled.size() < payments || follower.state().settled() < last) {
      int next = sent.size();
      if (next < payments) {
        var call = new EvmCall(contract, Bytes.of(word(next).bytes()));
        if (sender.send(id(next), EvmTransaction.call(call))
            instanceof SendOutcome.Sent(TxHash hash)) {
          sent.put(next, hash);
        }
      }
      for (var payment : sent.entrySet()) {
        if (!settled.contains(payment.getKey())
            && sender.settle(payment.getValue(), Duration.ZERO)
                instanceof SettleOutcome.Final(var receipt)) {
          settled.add(payment.getKey());
          last =
              last == Long.MAX_VALUE
                  ? receipt.block().number()
                  : Math.max(last, receipt.block().number());
        }
      }
      follower.step();
    }
  }

  private static <T> T told(Class<T> port, T real, Set<String> writes) {
    AtomicInteger steps = new AtomicInteger();
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, arguments) -> {
              try {
                Object result = method.invoke(real, arguments);
                if (writes.contains(method.getName())) {
                  System.out.println(STEP + " " + method.getName() + " " + steps.incrementAndGet());
                }
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
