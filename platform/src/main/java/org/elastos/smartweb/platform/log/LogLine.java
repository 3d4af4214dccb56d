// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import io.vertx.core.json.JsonObject;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/// Writes an event as one line. The value of a key that names a secret is never written, and no
/// value can begin a line of its own. Thread-safe.
final class LogLine extends LayoutBase<ILoggingEvent> {
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i).*(password|passphrase|secret|mnemonic|private_?key|content_?key|file_?key|cookie"
              + "|authorization|owner_?token|access_?token|bearer).*");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final LogFormat format;

  LogLine(LogFormat format) {
    this.format = format;
  }

  @Override
  public String doLayout(ILoggingEvent event) {
    return switch (format) {
      case TEXT -> text(event);
      case JSON -> json(event);
    };
  }

  private static String json(ILoggingEvent event) {
    JsonObject line = new JsonObject();
    for (KeyValuePair pair : pairs(event)) {
      line.put(pair.key, value(pair));
    }
    line.put("time", event.getInstant().toString())
        .put("level", event.getLevel().toString())
        .put("logger", event.getLoggerName())
        .put("thread", event.getThreadName())
        .put("message", event.getFormattedMessage());
    @Nullable IThrowableProxy failure = event.getThrowableProxy();
    if (failure != null) {
      line.put("failure", ThrowableProxyUtil.asString(failure));
    }
    return line.encode() + "\n";
  }

  private static String text(ILoggingEvent event) {
    StringBuilder line = new StringBuilder(160);
    line.append(TIME.format(event.getInstant()))
        .append(' ')
        .append("%-5s".formatted(event.getLevel()))
        .append(' ')
        .append(oneLine(event.getFormattedMessage()));
    for (KeyValuePair pair : pairs(event)) {
      line.append(' ').append(pair.key).append('=').append(oneLine(value(pair)));
    }
    line.append('\n');
    @Nullable IThrowableProxy failure = event.getThrowableProxy();
    if (failure != null) {
      ThrowableProxyUtil.asString(failure)
          .lines()
          .forEach(below -> line.append("    ").append(below).append('\n'));
    }
    return line.toString();
  }

  private static String value(KeyValuePair pair) {
    return SECRET.matcher(pair.key).matches() ? "***" : String.valueOf(pair.value);
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }

  private static List<KeyValuePair> pairs(ILoggingEvent event) {
    @Nullable List<KeyValuePair> pairs = event.getKeyValuePairs();
    return pairs == null ? List.of() : pairs;
  }
}
