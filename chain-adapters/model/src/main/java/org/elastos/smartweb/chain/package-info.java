// SPDX-License-Identifier: MIT
/// The vocabulary of chains: identifiers, hashes, amounts, block references and the ports that read
/// and write chains. JDK only; every value is immutable.
@NullMarked
package org.elastos.smartweb.chain;

import org.jspecify.annotations.NullMarked;
