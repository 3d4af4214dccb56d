// SPDX-License-Identifier: MIT
/// The services as processes: settings in, a running service out, ended in order by a signal.
@NullMarked
package org.elastos.smartweb.app.service;

import org.jspecify.annotations.NullMarked;
