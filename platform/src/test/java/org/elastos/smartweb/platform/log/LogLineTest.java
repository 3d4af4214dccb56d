// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

final class LogLineTest {
  @Test
  void writesTextForPeople() {
    assertThat(new LogLine(LogFormat.TEXT).doLayout(event()))
        .isEqualTo("01:02:03.004 INFO  Order paid order=7 note=two lines ownerToken=***\n");
  }

  @Test
  void writesOneJsonObjectALineForPrograms() {
    String line = new LogLine(LogFormat.JSON).doLayout(event());
    assertThat(line).endsWith("}\n").hasLineCount(1);
    assertThat(new JsonObject(line))
        .isEqualTo(
            new JsonObject()
                .put("time", "2026-11-23T01:02:03.004Z")
                .put("level", "INFO")
                .put("logger", "market")
                .put("thread", "main")
                .put("message", "Order paid")
                .put("order", "7")
                .put("note", "two\nlines")
                .put("ownerToken", "***"));
  }

  private static ILoggingEvent event() {
    LoggerContext context = new LoggerContext();
    LoggingEvent event =
        new LoggingEvent("", context.getLogger("market"), Level.INFO, "Order paid", null, null);
    event.setInstant(Instant.parse("2026-11-23T01:02:03.004Z"));
    event.setThreadName("main");
    event.addKeyValuePair(new KeyValuePair("order", 7));
    event.addKeyValuePair(new KeyValuePair("note", "two\nlines"));
    event.addKeyValuePair(new KeyValuePair("ownerToken", "hidden"));
    return event;
  }
}
