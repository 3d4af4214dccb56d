// SPDX-License-Identifier: MIT
/// What tests of every module share: a real database, seeded random values, a clock to turn, logs
/// to read.
@NullMarked
package org.elastos.smartweb.testkit;

import org.jspecify.annotations.NullMarked;
