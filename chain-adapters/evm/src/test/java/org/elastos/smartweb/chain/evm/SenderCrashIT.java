// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// The process dies before or after each call to a port; the next one goes on. Whatever happened,
/// each payment is made once.
class SenderCrashIT extends SenderFixture {
  private static final int MORE_CALLS_THAN_TWO_SENDS_MAKE = 40;

  @Test
  void noCrashLosesOrRepeatsAPayment() {
    int crashes = 0;
    long paid = 0;
    for (int at = 0; at < MORE_CALLS_THAN_TWO_SENDS_MAKE; at++) {
      for (boolean after : new boolean[] {false, true}) {
        var outbox = new InMemoryTxOutbox();
        long before = nonce();
        boolean crashed = crashes(new Fault(at, after), outbox);
        OutboxEvmSender survivor = sender(outbox);
        survivor.resume();
        var first = sent(survivor.send("first", pay(1)));
        var second = sent(survivor.send("second", pay(2)));
        mine();
        assertThat(included(survivor, first).succeeded()).isTrue();
        assertThat(included(survivor, second).succeeded()).isTrue();
        paid += 3;
        assertThat(payeeBalance().longValueExact())
            .as("crash %s call %d", after ? "after" : "before", at)
            .isEqualTo(paid);
        assertThat(nonce()).isEqualTo(before + 2);
        crashes += crashed ? 1 : 0;
        if (!crashed) {
          assertThat(crashes).isGreaterThan(10);
          return;
        }
      }
    }
    throw new AssertionError("two sends made more calls than expected");
  }

  private boolean crashes(Fault fault, TxOutbox outbox) {
    SenderGateway gateway =
        fault.around(SenderGateway.class, gateway(EvmProfile.DEVELOPMENT, proxy(), proxy()));
    TxOutbox failing = fault.around(TxOutbox.class, outbox);
    var sender = new OutboxEvmSender(gateway, EvmProfile.DEVELOPMENT, wallet, failing);
    try {
      sender.send("first", pay(1));
      sender.send("second", pay(2));
      return false;
    } catch (Crash crash) {
      return true;
    }
  }

  /// Counts the calls to all ports and fails at one of them.
  private static final class Fault {
    private final int at;
    private final boolean after;
    private final AtomicInteger calls = new AtomicInteger();

    Fault(int at, boolean after) {
      this.at = at;
      this.after = after;
    }

    <T> T around(Class<T> port, T real) {
      return port.cast(
          Proxy.newProxyInstance(
              port.getClassLoader(),
              new Class<?>[] {port},
              (_, method, arguments) -> {
                boolean now = calls.getAndIncrement() == at;
                if (now && !after) {
                  throw new Crash();
                }
                try {
                  Object result = method.invoke(real, arguments);
                  if (now) {
                    throw new Crash();
                  }
                  return result;
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              }));
    }
  }

  private static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Crash() {
      super("the process died here");
    }
  }
}
