// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox;

/// The loader's stages, in the order in which they run.
public enum Stage {
  SIZE,
  PARSE,
  SIGNATURE,
  HASHES,
  SHAPE,
  IMPORTS,
  ENGINE,
  COMPILE,
  SELF_CHECK
}
