// SPDX-License-Identifier: MIT
/// What creators and buyers do: publish, buy, sell, fetch and play. Each use case is a plain class
/// over a {@link org.elastos.smartweb.app.trade.Workspace}; none prints, all tell their progress.
@NullMarked
package org.elastos.smartweb.app.trade;

import org.jspecify.annotations.NullMarked;
