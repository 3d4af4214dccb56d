// SPDX-License-Identifier: MIT
/// Player sessions: a licensed file, a verified capsule and its sound, from opening to wiping.
@NullMarked
package org.elastos.smartweb.home.play;

import org.jspecify.annotations.NullMarked;
