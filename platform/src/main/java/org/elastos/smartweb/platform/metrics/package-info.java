// SPDX-License-Identifier: MIT
/// What a process counts and measures, in the form that Prometheus reads.
@NullMarked
package org.elastos.smartweb.platform.metrics;

import org.jspecify.annotations.NullMarked;
