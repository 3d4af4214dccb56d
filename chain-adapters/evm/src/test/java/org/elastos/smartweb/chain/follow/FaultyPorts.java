// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.follow;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.chain.evm.LogReading;
import org.elastos.smartweb.testkit.Gen;
import org.jspecify.annotations.Nullable;

/// Puts itself between the code under test and its ports. At any call the process may die, before
/// the call or after it, or a chain may give no answer.
public final class FaultyPorts {
  private final Gen gen;
  private double probability;
  private int calls;

  /// @param probability of a fault at a call
  public FaultyPorts(Gen gen, double probability) {
    this.gen = gen;
    this.probability = probability;
  }

  /// No more faults.
  public void heal() {
    probability = 0;
  }

  /// How many calls there were to all ports.
  public int calls() {
    return calls;
  }

  /// The same port, unreliable.
  public <T> T around(Class<T> port, T real) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, arguments) -> call(real, method, arguments)));
  }

  private @Nullable Object call(Object real, Method method, Object @Nullable [] arguments)
      throws Throwable {
    calls++;
    boolean fault = gen.chance(probability);
    int kind = fault ? gen.between(0, 2) : 3;
    if (kind == 0) {
      throw new Crash();
    }
    if (kind == 2 && method.getReturnType() == Reading.class) {
      return new Reading.Unknown<>(Reading.Code.SOURCES_UNAVAILABLE, List.of());
    }
    if (kind == 2 && method.getReturnType() == LogReading.class) {
      return gen.chance(0.5)
          ? new LogReading.TooMany()
          : new LogReading.Unknown("sources_unavailable");
    }
    Object result = invoke(real, method, arguments);
    if (fault) {
      throw new Crash();
    }
    return result;
  }

  private static @Nullable Object invoke(Object real, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      method.setAccessible(true);
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /// The process died here.
  public static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Crash() {
      super("the process died here", null, false, false);
    }
  }
}
