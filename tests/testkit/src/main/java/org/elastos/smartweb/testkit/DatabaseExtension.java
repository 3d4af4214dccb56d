// SPDX-License-Identifier: MIT
package org.elastos.smartweb.testkit;

import java.util.concurrent.atomic.AtomicInteger;
import org.elastos.smartweb.platform.db.DatabaseAccess;
import org.elastos.smartweb.platform.db.Db;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.BeforeClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/// Gives one run of a test class its schema and hands it to whoever asks for it. One object a run.
final class DatabaseExtension
    implements BeforeClassTemplateInvocationCallback,
        AfterClassTemplateInvocationCallback,
        TestInstancePreConstructCallback,
        ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(DatabaseExtension.class);
  private static final AtomicInteger SCHEMAS = new AtomicInteger();

  private final ServerKind kind;
  private @Nullable TestDatabase database;

  DatabaseExtension(ServerKind kind) {
    this.kind = kind;
  }

  /// Skips each test by itself, so that the reports name what was not run. A condition would come
  /// too late: constructors, which may ask for the database, run before conditions.
  @Override
  public void preConstructTestInstance(
      TestInstanceFactoryContext factory, ExtensionContext context) {
    if (!isAvailable()) {
      Assumptions.abort("no Docker engine");
    }
  }

  @Override
  public void beforeClassTemplateInvocation(ExtensionContext context) {
    if (isAvailable()) {
      TestServer server =
          context
              .getRoot()
              .getStore(NAMESPACE)
              .computeIfAbsent(kind, DatabaseExtension::start, TestServer.class);
      database = new TestDatabase(server.provisioning(), "t" + SCHEMAS.incrementAndGet());
    }
  }

  @Override
  public void afterClassTemplateInvocation(ExtensionContext context) {
    if (database != null) {
      database.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == DatabaseAccess.class || type == Db.class || type == TestDatabase.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    TestDatabase ready = database;
    if (ready == null) {
      throw new IllegalStateException("@BeforeAll runs before there is a database");
    }
    Class<?> type = parameter.getParameter().getType();
    if (type == DatabaseAccess.class) {
      return ready.access();
    }
    return type == Db.class ? ready.db() : ready;
  }

  private boolean isAvailable() {
    return kind == ServerKind.EMBEDDED || DockerServer.isAvailable();
  }

  private static TestServer start(ServerKind kind) {
    return switch (kind) {
      case EMBEDDED -> new EmbeddedServer();
      case DOCKER -> new DockerServer();
    };
  }
}
