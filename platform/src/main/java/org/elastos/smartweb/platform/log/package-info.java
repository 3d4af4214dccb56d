// SPDX-License-Identifier: MIT
/// How services log: text for people or JSON lines, never a secret.
@NullMarked
package org.elastos.smartweb.platform.log;

import org.jspecify.annotations.NullMarked;
