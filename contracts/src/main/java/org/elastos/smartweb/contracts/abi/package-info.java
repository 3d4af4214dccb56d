// SPDX-License-Identifier: MIT
/// The contract ABI's encoding, strictly: what the generated wrappers are written with.
@NullMarked
package org.elastos.smartweb.contracts.abi;

import org.jspecify.annotations.NullMarked;
