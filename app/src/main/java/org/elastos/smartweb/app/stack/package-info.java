// SPDX-License-Identifier: MIT
/// Everything on one machine: database, development chain, licence nodes, market and homes, with
/// the folders that they keep and the processes that they are.
@NullMarked
package org.elastos.smartweb.app.stack;

import org.jspecify.annotations.NullMarked;
