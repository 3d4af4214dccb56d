// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldsTest {
  private final JsonObject json =
      new JsonObject("{\"text\":\"a\",\"number\":7,\"real\":1.5,\"list\":[\"x\",1],\"none\":null}");

  @Test
  void readsWhatHasTheAgreedType() {
    assertThat(Fields.text(json, "text")).isEqualTo("a");
    assertThat(Fields.number(json, "number")).isEqualTo(7);
    assertThat(Fields.optionalText(json, "none")).isEmpty();
    assertThat(Fields.texts(json, "missing")).isEmpty();
  }

  @Test
  void refusesAnotherTypeAndNamesTheField() {
    assertThatThrownBy(() -> Fields.text(json, "number"))
        .isInstanceOf(WireException.class)
        .hasMessage("number must be a text");
    assertThatThrownBy(() -> Fields.number(json, "real"))
        .isInstanceOf(WireException.class)
        .hasMessage("real must be an integer");
    assertThatThrownBy(() -> Fields.texts(json, "list")).isInstanceOf(WireException.class);
    assertThatThrownBy(() -> Fields.objects(json, "list", item -> item))
        .isInstanceOf(WireException.class);
    assertThatThrownBy(() -> Fields.object(json, "text")).isInstanceOf(WireException.class);
    assertThatThrownBy(() -> Fields.text(json, "missing")).isInstanceOf(WireException.class);
  }

  @Test
  void refusesFieldsThatNobodyAgreedOn() {
    assertThatThrownBy(() -> Fields.only(json, List.of("text")))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("unknown field");
  }
}
