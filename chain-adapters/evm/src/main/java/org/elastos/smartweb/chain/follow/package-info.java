// SPDX-License-Identifier: MIT
/// Follows the events of a chain, from its past to its tip, into one's own tables: the place that
/// was reached and what was made of the events are written together or not at all.
@NullMarked
package org.elastos.smartweb.chain.follow;

import org.jspecify.annotations.NullMarked;
