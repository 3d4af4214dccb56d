// SPDX-License-Identifier: MIT
/// The rules of the ELA mainchain, as pure functions over decoded values: proof of work, retarget,
/// Merkle proofs, BPoS confirms, reorganisation, and who may spend what is locked.
@NullMarked
package org.elastos.smartweb.chain.ela.verify;

import org.jspecify.annotations.NullMarked;
