// SPDX-License-Identifier: MIT
package org.elastos.smartweb.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/// Runs the whole test class on the built-in server (`embedded`) and once more in a container
/// (`docker`), each time with a role and schema of its own. Constructors, lifecycle methods and
/// tests may take [org.elastos.smartweb.platform.db.DatabaseAccess],
/// [org.elastos.smartweb.platform.db.Db] or [TestDatabase]. Without a Docker engine the second run
/// is skipped with the reason `no Docker engine`.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ClassTemplate
@ExtendWith(DatabaseProviders.class)
public @interface DatabaseTest {}
