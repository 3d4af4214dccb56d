// SPDX-License-Identifier: MIT
/// The owner's side of the home's interface, for the command line and for tests.
@NullMarked
package org.elastos.smartweb.home.client;

import org.jspecify.annotations.NullMarked;
