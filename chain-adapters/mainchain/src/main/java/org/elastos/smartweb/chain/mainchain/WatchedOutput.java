// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain;

import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.Sela;

/// Money that was paid to a watched program hash.
public record WatchedOutput(ProgramHash program, Sela amount) {}
