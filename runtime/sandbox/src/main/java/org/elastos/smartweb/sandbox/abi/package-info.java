// SPDX-License-Identifier: MIT
/// What a capsule and its host say to each other: the frozen calls, errors and handles.
@NullMarked
package org.elastos.smartweb.sandbox.abi;

import org.jspecify.annotations.NullMarked;
