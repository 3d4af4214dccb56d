// SPDX-License-Identifier: MIT
/// What the development node takes as valid: pure rules of its own, which share the codec with the
/// verifier and no code that decides validity (docs/spec/mainchain.md, "Development node").
@NullMarked
package org.elastos.smartweb.chain.devnet.ela.rules;

import org.jspecify.annotations.NullMarked;
