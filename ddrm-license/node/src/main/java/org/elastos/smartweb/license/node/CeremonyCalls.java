// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.contracts.generated.LicenseCommitteeCalls;
import org.elastos.smartweb.threshold.BoardMessage;
import org.elastos.smartweb.threshold.CeremonyAction;
import org.elastos.smartweb.threshold.Confirmation;

/// What a member does in a ceremony, as calls of the committee contract with names for the outbox.
/// Stateless.
final class CeremonyCalls {
  private CeremonyCalls() {}

  /// One name for each message that a member may post once.
  static String name(long epoch, CeremonyAction.Post post) {
    String name = "post/%d/%d".formatted(epoch, post.kind().number());
    if (post.kind() != BoardMessage.Kind.COMPLAINT) {
      return name;
    }
    byte[] complaint = post.payload().bytes();
    return name + "/" + (((complaint[0] & 0xff) << 8) | (complaint[1] & 0xff));
  }

  static LicenseCommitteeCalls.Post of(long epoch, CeremonyAction.Post post) {
    return new LicenseCommitteeCalls.Post(epoch, post.kind().number(), post.payload());
  }

  static LicenseCommitteeCalls.Confirm of(long epoch, Confirmation confirmation) {
    return new LicenseCommitteeCalls.Confirm(
        epoch,
        confirmation.transcript(),
        Bytes.of(confirmation.groupKey().point().bytes()),
        confirmation.publicHash(),
        confirmation.publicData(),
        confirmation.signature());
  }
}
