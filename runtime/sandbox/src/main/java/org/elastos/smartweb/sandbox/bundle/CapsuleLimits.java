// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.bundle;

/// What one run may use. The manifest asks for them, the home's ceiling bounds them.
///
/// @param memoryPages of 64 KiB
/// @param tableElements in all tables together
/// @param cpuMillis processor time, host calls included
/// @param wallMillis time on the clock, host calls included
/// @param calls host calls
public record CapsuleLimits(
    int memoryPages, int tableElements, long cpuMillis, long wallMillis, long calls) {
  /// What a home grants unless its owner says otherwise: 64 MiB, an hour of processor time, twelve
  /// hours on the clock.
  public static final CapsuleLimits CEILING =
      new CapsuleLimits(1_024, 65_536, 3_600_000, 43_200_000, 1_000_000_000L);

  /// Whether every limit lies within the other's.
  public boolean within(CapsuleLimits ceiling) {
    return memoryPages <= ceiling.memoryPages
        && tableElements <= ceiling.tableElements
        && cpuMillis <= ceiling.cpuMillis
        && wallMillis <= ceiling.wallMillis
        && calls <= ceiling.calls;
  }
}
