// SPDX-License-Identifier: MIT
/// How the home asks the licence network: the device's key, what wallets delegated to it, and the
/// sessions that it makes from that by itself.
@NullMarked
package org.elastos.smartweb.home.license;

import org.jspecify.annotations.NullMarked;
