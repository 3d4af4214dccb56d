// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.internal.engine;

import run.endive.runtime.Memory;
import run.endive.runtime.WasmRuntimeException;

/// The part of a memory that says it is never shared: nobody waits on it or is woken.
@SuppressWarnings("removal") // the engine still asks for the old names of waiting
abstract class UnsharedMemory implements Memory {
  @Override
  public boolean shared() {
    return false;
  }

  @Override
  public Object lock(int address) {
    throw new WasmRuntimeException("memory is not shared");
  }

  @Override
  public int waitOn(int address, int expected, long timeout) {
    throw new WasmRuntimeException("memory is not shared");
  }

  @Override
  public int waitOn(int address, long expected, long timeout) {
    throw new WasmRuntimeException("memory is not shared");
  }

  @Override
  public int notify(int address, int count) {
    return 0;
  }
}
