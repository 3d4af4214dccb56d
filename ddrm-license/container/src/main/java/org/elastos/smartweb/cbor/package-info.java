// SPDX-License-Identifier: MIT
/// Strict DAG-CBOR: one encoding for each value, and nothing else is read.
@NullMarked
package org.elastos.smartweb.cbor;

import org.jspecify.annotations.NullMarked;
