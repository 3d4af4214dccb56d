// SPDX-License-Identifier: MIT
/// The mainchain for people and scripts: values as JSON, input from the command line.
@NullMarked
package org.elastos.smartweb.app.ela;

import org.jspecify.annotations.NullMarked;
