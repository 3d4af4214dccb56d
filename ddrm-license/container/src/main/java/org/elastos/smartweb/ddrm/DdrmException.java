// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

/// A fault while writing or reading a container that was accepted before: the disk, or a record
/// that does not authenticate. The text is static.
public final class DdrmException extends RuntimeException {
  private final long record;

  DdrmException(String text, Throwable cause) {
    super(text, cause);
    this.record = -1;
  }

  DdrmException(String text) {
    super(text);
    this.record = -1;
  }

  private DdrmException(String text, long record) {
    super(text);
    this.record = record;
  }

  static DdrmException damaged(long record) {
    return new DdrmException("a record is damaged", record);
  }

  /// The record that is damaged, or -1.
  public long record() {
    return record;
  }
}
