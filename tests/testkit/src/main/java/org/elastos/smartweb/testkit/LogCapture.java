// SPDX-License-Identifier: MIT
package org.elastos.smartweb.testkit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

/// Keeps what is logged at any level while it is open. Thread-safe.
public final class LogCapture implements AutoCloseable {
  private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();
  private final Logger logger;
  private final @Nullable Level before;
  private final boolean additive;
  private final AppenderBase<ILoggingEvent> appender = new Appender(events);

  private LogCapture(String name) {
    this.logger = (Logger) LoggerFactory.getLogger(name);
    this.before = logger.getLevel();
    this.additive = logger.isAdditive();
    appender.setContext(logger.getLoggerContext());
    appender.start();
    logger.addAppender(appender);
    logger.setLevel(Level.TRACE);
    logger.setAdditive(false);
  }

  /// Captures the logger of this name and those below it.
  public static LogCapture of(String name) {
    return new LogCapture(name);
  }

  public static LogCapture of(Class<?> owner) {
    return new LogCapture(owner.getName());
  }

  /// Everything: for tests that search for secrets.
  public static LogCapture ofAll() {
    return new LogCapture(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  public List<ILoggingEvent> events() {
    return List.copyOf(events);
  }

  /// One line an event: level, message, key/values, and the whole chain of causes.
  public List<String> lines() {
    return events.stream().map(LogCapture::line).toList();
  }

  @Override
  public void close() {
    logger.detachAppender(appender);
    logger.setLevel(before);
    logger.setAdditive(additive);
    appender.stop();
  }

  private static String line(ILoggingEvent event) {
    StringBuilder line = new StringBuilder();
    line.append(event.getLevel()).append(' ').append(event.getFormattedMessage());
    @Nullable List<KeyValuePair> pairs = event.getKeyValuePairs();
    if (pairs != null) {
      pairs.forEach(pair -> line.append(' ').append(pair.key).append('=').append(pair.value));
    }
    for (var cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
      line.append(' ').append(cause.getClassName()).append(": ").append(cause.getMessage());
    }
    return line.toString();
  }

  private static final class Appender extends AppenderBase<ILoggingEvent> {
    private final List<ILoggingEvent> events;

    Appender(List<ILoggingEvent> events) {
      this.events = events;
    }

    @Override
    protected void append(ILoggingEvent event) {
      event.prepareForDeferredProcessing();
      events.add(event);
    }
  }
}
