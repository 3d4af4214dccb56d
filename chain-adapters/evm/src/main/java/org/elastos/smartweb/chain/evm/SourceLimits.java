// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.time.Duration;

/// What one source allows its callers.
///
/// @param requestsPerSecond each question counts, also those that travel together; 0 for no limit
/// @param burst how many questions may be asked at once after a rest
/// @param batch how many questions may travel in one HTTP request; 1 for a source that knows no
///   batches
public record SourceLimits(double requestsPerSecond, int burst, int batch) {
  /// No limit of the rate, 64 questions in one request.
  public static final SourceLimits NONE = new SourceLimits(0, 1, 64);

  /// @throws IllegalArgumentException for a negative rate, or unless the others are positive
  public SourceLimits {
    if (!(requestsPerSecond >= 0) || burst < 1 || batch < 1 || batch > 1000) {
      throw new IllegalArgumentException("the limits of a source contradict each other");
    }
  }

  /// How many questions may travel together so that the rate yields them within this time, however
  /// little was saved before.
  int batchWithin(Duration patience) {
    double seconds = patience.toMillis() / 1000.0;
    boolean unlimited = requestsPerSecond == 0;
    return unlimited ? batch : (int) Math.clamp(requestsPerSecond * seconds, 1, batch);
  }

  /// The same with so many questions in one request at most.
  public SourceLimits withBatch(int most) {
    return new SourceLimits(requestsPerSecond, burst, most);
  }
}
