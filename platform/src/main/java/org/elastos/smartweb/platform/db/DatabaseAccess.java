// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.db;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.elastos.smartweb.platform.state.SecretFile;
import org.postgresql.ds.PGSimpleDataSource;

/// How a service reaches its schema. The schema has the name of the role. Holds no secret itself,
/// so it may be logged and handed to a child process.
///
/// @param jdbcUrl `jdbc:postgresql://host:port/database`
/// @param role the service's role, which is also the name of its schema
/// @param passwordFile the file that holds the role's password, mode 0600
public record DatabaseAccess(String jdbcUrl, String role, Path passwordFile) {
  private static final Duration CONNECT = Duration.ofSeconds(10);

  /// The schema that belongs to the role.
  public String schema() {
    return role;
  }

  /// Opens one connection without a pool; the caller closes it.
  public Connection connect() throws SQLException {
    return dataSource().getConnection();
  }

  /// Unpooled connections for this role; reads the password now.
  public DataSource dataSource() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(jdbcUrl);
    source.setUser(role);
    source.setPassword(SecretFile.read(passwordFile));
    source.setConnectTimeout((int) CONNECT.toSeconds());
    source.setLoginTimeout((int) CONNECT.toSeconds());
    source.setTcpKeepAlive(true);
    source.setApplicationName("smartweb");
    return source;
  }
}
