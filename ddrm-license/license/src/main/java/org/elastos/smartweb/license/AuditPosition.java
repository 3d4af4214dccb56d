// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import org.elastos.smartweb.chain.Hash256;

/// Where an audit record stands: its number from 0 and the chained hash after it (decision B7).
public record AuditPosition(long position, Hash256 head) {}
