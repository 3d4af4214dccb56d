// SPDX-License-Identifier: MIT
/// Following the chain from several sources, none of which is believed.
@NullMarked
package org.elastos.smartweb.chain.mainchain.sync;

import org.jspecify.annotations.NullMarked;
