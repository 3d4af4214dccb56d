// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.bundle;

import org.elastos.smartweb.chain.Hash256;

/// One module as the manifest names it.
///
/// @param path unique in the bundle
/// @param length in bytes
/// @param sha256 of its bytes
/// @param role what it is for
public record ModuleEntry(String path, int length, Hash256 sha256, Role role) {}
