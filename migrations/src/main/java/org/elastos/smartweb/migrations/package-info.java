// SPDX-License-Identifier: MIT
/// The schemas of all components and the runner that brings a service's schema up to date.
@NullMarked
package org.elastos.smartweb.migrations;

import org.jspecify.annotations.NullMarked;
