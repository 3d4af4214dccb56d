// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox;

import java.util.List;
import org.elastos.smartweb.ddrm.AppId;

/// What this home has loaded before, so that an update is signed by the last release's keys and
/// never goes back (decision A6). Implemented by whoever keeps it.
public interface ReleaseHistory {
  /// The releases of an app, oldest first.
  List<KnownRelease> of(AppId appId);

  /// A home that has loaded nothing yet.
  static ReleaseHistory none() {
    return appId -> List.of();
  }
}
