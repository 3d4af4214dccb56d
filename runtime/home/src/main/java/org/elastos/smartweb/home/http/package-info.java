// SPDX-License-Identifier: MIT
/// The home's two faces: the owner's interface behind a token, and the public gateway on an origin
/// of its own.
@NullMarked
package org.elastos.smartweb.home.http;

import org.jspecify.annotations.NullMarked;
