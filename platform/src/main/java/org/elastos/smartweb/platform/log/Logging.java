// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.LoggerFactory;

/// Sets up the logs of a command, once, at its start. Standard output belongs to the command's
/// answer; logs go elsewhere.
public final class Logging {
  private static final List<String> CHATTY =
      List.of("org.flywaydb", "com.zaxxer.hikari", "io.netty", "org.web3j", "okhttp3");

  private Logging() {}

  /// Sends everything from `level` on to the stream, usually standard error.
  ///
  /// @param level `trace`, `debug`, `info`, `warn` or `error`
  public static void configure(LogFormat format, String level, OutputStream out) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    LogLine layout = new LogLine(format);
    layout.setContext(context);
    layout.start();
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setContext(context);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setLayout(layout);
    encoder.start();
    OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
    appender.setContext(context);
    appender.setEncoder(encoder);
    appender.setOutputStream(out);
    appender.start();
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.detachAndStopAllAppenders();
    root.setLevel(Level.toLevel(level, Level.INFO));
    root.addAppender(appender);
    CHATTY.forEach(name -> context.getLogger(name).setLevel(Level.WARN));
  }
}
