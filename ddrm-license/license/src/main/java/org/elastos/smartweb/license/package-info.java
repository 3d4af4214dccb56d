// SPDX-License-Identifier: MIT
/// Licences: delegations, sessions, requests and sealed answers, the decision of one licence node
/// with its ports, and the client that asks a committee.
@NullMarked
package org.elastos.smartweb.license;

import org.jspecify.annotations.NullMarked;
