// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.follow;

/// Port to whoever watches over followers, for meters. Called on the follower's thread; must not
/// block or throw.
public interface FollowerWatch {
  /// Nobody watches.
  FollowerWatch NONE =
      new FollowerWatch() {
        @Override
        public void progress(String follower, FollowerLoop.Progress progress) {}

        @Override
        public void retracted(String follower, long to) {}
      };

  /// What a follower's loop last learnt.
  void progress(String follower, FollowerLoop.Progress progress);

  /// Blocks above this one were taken back.
  void retracted(String follower, long to);
}
