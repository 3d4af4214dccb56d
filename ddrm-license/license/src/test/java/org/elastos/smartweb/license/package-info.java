// SPDX-License-Identifier: MIT
/// Tests of licences; fakes and contract tests of the node's ports, for its adapters to run too.
@NullMarked
package org.elastos.smartweb.license;

import org.jspecify.annotations.NullMarked;
