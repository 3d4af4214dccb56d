// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.internal.calls;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.elastos.smartweb.sandbox.abi.Flow;
import org.elastos.smartweb.sandbox.abi.Handle;
import org.jspecify.annotations.Nullable;

/// The open handles of one run. Numbers are never used again.
final class HandleTable {
  static final int MOST = 64;

  /// One open handle and what it is.
  private record Entry(Handle handle, String kind, Flow flow) {}

  private final Map<Integer, Entry> entries = new HashMap<>();
  private int last;

  boolean full() {
    return entries.size() >= MOST;
  }

  int add(Handle handle, String kind, Flow flow) {
    entries.put(++last, new Entry(handle, kind, flow));
    return last;
  }

  @Nullable Handle get(int number) {
    Entry entry = entries.get(number);
    return entry == null ? null : entry.handle();
  }

  void remove(int number) {
    entries.remove(number);
  }

  List<String> openOutputs() {
    return entries.values().stream().filter(e -> e.flow() == Flow.OUT).map(Entry::kind).toList();
  }

  List<Handle> drain() {
    List<Handle> open = entries.values().stream().map(Entry::handle).toList();
    entries.clear();
    return open;
  }
}
