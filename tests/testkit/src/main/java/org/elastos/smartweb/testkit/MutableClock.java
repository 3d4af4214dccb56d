// SPDX-License-Identifier: MIT
package org.elastos.smartweb.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that stands still until a test turns it. Thread-safe.
public final class MutableClock implements InstantSource {
  private volatile Instant now;

  private MutableClock(Instant start) {
    this.now = start;
  }

  public static MutableClock at(Instant start) {
    return new MutableClock(start);
  }

  /// @param start as in `2026-11-23T00:00:00Z`
  public static MutableClock at(String start) {
    return new MutableClock(Instant.parse(start));
  }

  @Override
  public Instant instant() {
    return now;
  }

  public synchronized void advance(Duration by) {
    now = now.plus(by);
  }

  public synchronized void set(Instant instant) {
    now = instant;
  }
}
