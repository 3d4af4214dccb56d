// SPDX-License-Identifier: MIT
/// The market as a service: follows the channels of one factory on one chain and serves a catalogue
/// that holds no key and no money, and that nobody needs to trust.
@NullMarked
package org.elastos.smartweb.market.service;

import org.jspecify.annotations.NullMarked;
