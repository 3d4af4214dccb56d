// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import java.nio.file.Path;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.SealedFile;

/// How one licence node runs.
///
/// @param port on loopback, 0 for any free one
/// @param endpoint where clients reach it, as the board will show it; empty for the port on
///   loopback
/// @param committee the LicenseCommittee contract, pinned by the operator
/// @param keyFolder folder of the sealed keys, there already
/// @param password opens the sealed keys; stays the caller's to close
/// @param sealing what guessing the password costs for files sealed from now on
/// @param operation how it is kept in order
public record LicenseNodeConfig(
    int port,
    String endpoint,
    EvmAddress committee,
    Path keyFolder,
    SecretBytes password,
    SealedFile.Cost sealing,
    OperationConfig operation) {}
