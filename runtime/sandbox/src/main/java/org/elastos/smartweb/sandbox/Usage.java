// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox;

/// What a run used.
///
/// @param cpuMillis processor time of its thread, host calls included
/// @param wallMillis time on the clock
/// @param calls host calls
public record Usage(long cpuMillis, long wallMillis, long calls) {}
