// SPDX-License-Identifier: MIT
/// The HTTP edge that all services share: limits, health, problems, access log, orderly close.
@NullMarked
package org.elastos.smartweb.platform.http;

import org.jspecify.annotations.NullMarked;
