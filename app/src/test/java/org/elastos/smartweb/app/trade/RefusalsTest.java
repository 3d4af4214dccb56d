// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.home.client.HomeAnswer;
import org.elastos.smartweb.home.outcome.HomeException;
import org.elastos.smartweb.market.client.Answer;
import org.junit.jupiter.api.Test;

class RefusalsTest {
  @Test
  void handsOutWhatWasGiven() {
    assertThat(Refusals.given(new Answer.Given<>(5))).isEqualTo(5);
    assertThat(Refusals.done(() -> new HomeAnswer.Done<>(6))).isEqualTo(6);
  }

  @Test
  void keepsAHomesCodeAndWhatItSaysOfEachNode() {
    JsonObject problem =
        new JsonObject(
            "{\"type\":\"about:blank\",\"status\":503,\"code\":\"not_enough_shares\","
                + "\"detail\":\"2 of 5\",\"answered\":2,\"needed\":3,\"nodes\":[{\"index\":1}]}");
    assertThatThrownBy(() ->
            Refusals.done(
                () -> new HomeAnswer.Refused<>(503, "not_enough_shares", "2 of 5", problem)))
        .isInstanceOfSatisfying(
            CommandFailure.class,
            failure -> {
              assertThat(failure.code()).isEqualTo("not_enough_shares");
              assertThat(failure.facts())
                  .containsOnlyKeys("answered", "needed", "nodes")
                  .containsEntry("answered", 2)
                  .containsEntry("needed", 3);
            });
  }

  @Test
  void tellsAMarketsRefusalFromNoAnswer() {
    assertThatThrownBy(() -> Refusals.given(new Answer.Refused<>(404, "edition_unknown", "none")))
        .isInstanceOfSatisfying(
            CommandFailure.class,
            failure -> assertThat(failure.code()).isEqualTo("edition_unknown"));
    assertThatThrownBy(() -> Refusals.given(new Answer.Failed<>("timeout", "late")))
        .isInstanceOfSatisfying(
            CommandFailure.class,
            failure -> assertThat(failure.code()).isEqualTo("market_timeout"));
  }

  @Test
  void saysWhenTheHomeDoesNotAnswer() {
    assertThatThrownBy(() ->
            Refusals.done(() -> {
              throw new HomeException("the home does not answer");
            }))
        .isInstanceOfSatisfying(
            CommandFailure.class,
            failure -> assertThat(failure.code()).isEqualTo("home_unreachable"));
  }
}
