// SPDX-License-Identifier: MIT
/// What people and scripts see of a command: output, errors, exit codes.
@NullMarked
package org.elastos.smartweb.app.cli;

import org.jspecify.annotations.NullMarked;
