// SPDX-License-Identifier: MIT
package org.elastos.smartweb.testkit;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The two servers that a [DatabaseTest] runs on.
final class DatabaseProviders implements ClassTemplateInvocationContextProvider {
  @Override
  public boolean supportsClassTemplate(ExtensionContext context) {
    return true;
  }

  @Override
  public Stream<ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(
      ExtensionContext context) {
    return Stream.of(ServerKind.values()).map(Run::new);
  }

  private record Run(ServerKind kind) implements ClassTemplateInvocationContext {
    @Override
    public String getDisplayName(int invocationIndex) {
      return kind.label();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(new DatabaseExtension(kind));
    }
  }
}
