// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.internal.engine;

import run.endive.runtime.Instance;

/// One instance of a module. Closing wipes its memory. Used by the guest's thread only.
public final class GuestInstance implements AutoCloseable {
  private final Instance instance;
  private final FlatMemory memory;

  GuestInstance(Instance instance, FlatMemory memory) {
    this.instance = instance;
    this.memory = memory;
  }

  /// Calls an exported function of type () -> i32.
  public int call(String export) {
    return (int) instance.export(export).apply()[0];
  }

  /// Its memory.
  public FlatMemory memory() {
    return memory;
  }

  @Override
  public void close() {
    memory.close();
  }
}
