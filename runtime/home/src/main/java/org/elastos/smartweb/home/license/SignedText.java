// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.license;

import org.elastos.smartweb.chain.Bytes;

/// A delegation's text with its wallet's signature, as they come in: nothing is checked yet.
public record SignedText(String text, Bytes signature) {}
