// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.follow;

import org.elastos.smartweb.chain.follow.FollowerStore.Advance;

/// What reading the next stretch of blocks came to.
sealed interface Stretch {
  /// Ready to be written.
  record Taken(Advance step) implements Stretch {}

  /// It does not stand on the last block taken.
  record Forked() implements Stretch {}

  /// Not read, for this reason.
  record Missed(String code) implements Stretch {}
}
