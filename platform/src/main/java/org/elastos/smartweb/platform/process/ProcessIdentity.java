// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// One process of this machine, for ever: its pid and when it started, so that a pid that was given
/// to somebody else later is never mistaken for it. On Linux the start is counted in kernel ticks
/// and bound to the boot, which no change of the clock moves.
public record ProcessIdentity(long pid, String started) {
  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

  /// The identity of the process that has this pid now, if there is one.
  public static Optional<ProcessIdentity> of(long pid) {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).flatMap(ProcessIdentity::of);
  }

  /// The identity of a live process.
  public static Optional<ProcessIdentity> of(ProcessHandle process) {
    Path stat = Path.of("/proc", Long.toString(process.pid()), "stat");
    try {
      if (Files.isReadable(BOOT)) {
        return fromStat(process.pid(), Files.readString(stat));
      }
    } catch (IOException e) {
      return Optional.empty();
    }
    return process
        .info()
        .startInstant()
        .map(start -> new ProcessIdentity(process.pid(), Long.toString(start.toEpochMilli())));
  }

  /// Reads what [#toLine] wrote; empty when the line is damaged.
  public static Optional<ProcessIdentity> parse(String line) {
    String[] parts = line.strip().split(" ", -1);
    if (parts.length != 2 || !parts[0].matches("[0-9]{1,18}") || parts[1].isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new ProcessIdentity(Long.parseLong(parts[0]), parts[1]));
  }

  /// The line to keep in a file.
  public String toLine() {
    return pid + " " + started;
  }

  /// The process itself, when it still runs and is not another one with the same pid.
  public Optional<ProcessHandle> find() {
    return of(pid).filter(this::equals).flatMap(same -> ProcessHandle.of(pid));
  }

  private static Optional<ProcessIdentity> fromStat(long pid, String stat) throws IOException {
    // The command name stands in brackets and may hold spaces: count from its end. State is field
    // 3, the start time field 22. A zombie has ended and only waits for its parent.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    if (fields[0].equals("Z") || fields[0].equals("X")) {
      return Optional.empty();
    }
    return Optional.of(new ProcessIdentity(pid, fields[19] + "@" + Files.readString(BOOT).strip()));
  }
}
