// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// One of three values: yes, no, or unknown because it cannot be read. Immutable.
sealed interface Truth {
  /// It holds, and ends then if that is known.
  record Yes(Optional<Instant> until) implements Truth {}

  /// It does not; the code says how near it came.
  record No(RefusalCode why) implements Truth {}

  /// Nobody can say.
  record Unknown(RefusalCode why) implements Truth {}

  static Truth of(boolean holds) {
    return holds ? new Yes(Optional.empty()) : new No(RefusalCode.NOT_OWNER);
  }

  /// Unknown stays unknown.
  default Truth not() {
    return switch (this) {
      case Yes _ -> new No(RefusalCode.NOT_OWNER);
      case No _ -> new Yes(Optional.empty());
      case Unknown unknown -> unknown;
    };
  }

  /// Whether at least `k` of these hold, looked at one after the other until that is decided. What
  /// holds ends with the first of those that decided it.
  static Truth atLeast(int k, List<Supplier<Truth>> members) {
    int left = members.size();
    List<Yes> yes = new ArrayList<>();
    List<RefusalCode> no = new ArrayList<>();
    List<RefusalCode> unknown = new ArrayList<>();
    for (Supplier<Truth> member : members) {
      left--;
      switch (member.get()) {
        case Yes holds -> yes.add(holds);
        case No(RefusalCode why) -> no.add(why);
        case Unknown(RefusalCode why) -> unknown.add(why);
      }
      if (yes.size() == k) {
        return new Yes(yes.stream().map(Yes::until).reduce(Optional.empty(), Truth::earlier));
      }
      if (yes.size() + unknown.size() + left < k) {
        return new No(nearest(no));
      }
    }
    return new Unknown(unknown.getFirst());
  }

  private static boolean unreadable(RefusalCode code) {
    return code.httpStatus() >= 500;
  }

  /// The reason that is nearest to a yes: what somebody can do or wait for before what nobody
  /// knows, and that before no.
  static RefusalCode nearest(List<RefusalCode> codes) {
    for (RefusalCode near : List.of(RefusalCode.REFUNDABLE, RefusalCode.NOT_FINAL_YET)) {
      if (codes.contains(near)) {
        return near;
      }
    }
    return codes.stream()
        .filter(Truth::unreadable)
        .findFirst()
        .orElse(codes.contains(RefusalCode.EXPIRED) ? RefusalCode.EXPIRED : RefusalCode.NOT_OWNER);
  }

  /// The earlier of two ends, of which each may be none.
  static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
    return one.isPresent() && other.isPresent() && other.get().isBefore(one.get())
        ? other
        : one.or(() -> other);
  }
}
