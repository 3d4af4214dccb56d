// SPDX-License-Identifier: MIT
/// Cryptographic building blocks shared by the container, the licences and the wallets: tagged
/// hashes, signatures, key derivation, authenticated encryption and files sealed by a password.
@NullMarked
package org.elastos.smartweb.crypto;

import org.jspecify.annotations.NullMarked;
