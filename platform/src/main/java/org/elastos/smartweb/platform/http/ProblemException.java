// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.http;

import org.elastos.smartweb.platform.PlatformException;

/// Carries a [Problem] out of a handler or a future chain to the edge, which sends it.
public final class ProblemException extends PlatformException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super("the request is refused");
    this.problem = problem;
    with("code", problem.code());
  }

  public Problem problem() {
    return problem;
  }
}
