// SPDX-License-Identifier: MIT
/// The kinds of handle that are served: content streams, audio output, text output.
@NullMarked
package org.elastos.smartweb.sandbox.kinds;

import org.jspecify.annotations.NullMarked;
