// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.abi;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Why a call was not done. The number is what the capsule sees; the name in lower case is the
/// stable code for people and logs.
public enum Errno {
  UNSUPPORTED(-1),
  INVALID_ARGUMENT(-2),
  BAD_HANDLE(-3),
  NOT_FOUND(-4),
  DENIED(-5),
  RENDERER_NOT_ALLOWED(-6),
  OUTPUT_NOT_ALLOWED(-7),
  LIMIT_EXCEEDED(-8),
  WOULD_BLOCK(-9),
  DAMAGED(-10),
  CLOSED(-11),
  HOST_FAULT(-12);

  private final int number;

  Errno(int number) {
    this.number = number;
  }

  /// The negative number that the call returns.
  public int number() {
    return number;
  }

  /// The error with this number.
  public static Optional<Errno> numbered(long number) {
    return Arrays.stream(values()).filter(errno -> errno.number == number).findFirst();
  }

  /// The stable code.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
