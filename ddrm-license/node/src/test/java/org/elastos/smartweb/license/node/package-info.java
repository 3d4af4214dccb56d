// SPDX-License-Identifier: MIT
/// Tests of the licence node as a service and of its adapters.
@NullMarked
package org.elastos.smartweb.license.node;

import org.jspecify.annotations.NullMarked;
