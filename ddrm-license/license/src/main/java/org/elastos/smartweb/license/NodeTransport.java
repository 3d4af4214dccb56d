// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.time.Duration;
import org.elastos.smartweb.chain.Bytes;

/// Port to one licence node. Blocks up to the given time; interruption ends a call early. Safe for
/// many threads.
public interface NodeTransport {
  /// `POST /v1/sessions`.
  NodeReply openSession(Bytes body, Duration timeout);

  /// `POST /v1/licenses`.
  NodeReply request(Bytes body, Duration timeout);

  /// `POST /v1/revocations`.
  NodeReply revoke(Bytes body, Duration timeout);
}
