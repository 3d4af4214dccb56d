// SPDX-License-Identifier: MIT
/// What the chains' adapters tell, as meters. Names and labels stand in docs/spec/metrics.md.
@NullMarked
package org.elastos.smartweb.app.meters;

import org.jspecify.annotations.NullMarked;
