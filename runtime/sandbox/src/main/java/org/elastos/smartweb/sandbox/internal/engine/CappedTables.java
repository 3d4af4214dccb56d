// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.internal.engine;

import run.endive.runtime.TableFactory;
import run.endive.runtime.TableInstance;
import run.endive.wasm.UninstantiableException;
import run.endive.wasm.types.Table;
import run.endive.wasm.types.TableLimits;

/// Makes tables that cannot grow past what is left of one cap for all of them.
final class CappedTables implements TableFactory {
  private long left;

  CappedTables(int cap) {
    this.left = cap;
  }

  @Override
  public TableInstance create(Table table, int initialValue) {
    long least = table.limits().min();
    if (least > left) {
      throw new UninstantiableException("tables outside their cap");
    }
    long most = Math.min(table.limits().max(), left);
    left -= most;
    return new TableInstance(
        new Table(table.elementType(), new TableLimits(least, most)), initialValue);
  }
}
