// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.play;

import java.time.Duration;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.ddrm.DdrmReader;
import org.elastos.smartweb.home.outcome.Outcome;

/// Port to whoever can give the key of a work to somebody who has the right to it. Blocks, for a
/// bounded time.
public interface KeySource {
  /// Asks for the key in the name of a wallet.
  Outcome<ObtainedKey> obtain(DdrmReader work, EvmAddress wallet);

  /// A key and how it was come by. Whoever receives it closes the key, at the latest when what was
  /// granted is over.
  ///
  /// @param lasts how long the key may be used from now on
  record ObtainedKey(SecretBytes fileKey, Duration lasts, PlayStatus.LicenseEvidence evidence) {}
}
