package ballast.journal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * The tables this version of Ballast works with.
 *
 * @param location where the migrations lie, as Flyway names it; several with commas
 * @param version the number of the last one
 */
record Schema(String location, int version) {
  static final Schema CURRENT = new Schema("classpath:db/migration", 51);

  /**
   * The version a database has: 0 when it is empty, -1 when a migration of it failed. Flyway itself
   * is started only when there is something to migrate, because it takes half a second to wake.
   */
  static int versionOf(Connection connection) throws SQLException {
    if (!hasHistory(connection)) {
      return 0;
    }
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT MAX(CAST(\"version\" AS INTEGER)),"
                    + " SUM(CASE WHEN \"success\" THEN 0 ELSE 1 END)"
                    + " FROM \"flyway_schema_history\" WHERE \"version\" IS NOT NULL")) {
      rows.next();
      return rows.getInt(2) > 0 ? -1 : rows.getInt(1);
    }
  }

  private static boolean hasHistory(Connection connection) throws SQLException {
    try (ResultSet tables =
        connection.getMetaData().getTables(null, null, "flyway_schema_history", null)) {
      return tables.next();
    }
  }

  /** Refuses a database that a newer Ballast wrote. */
  void requireNotNewer(int found, String where) {
    if (found > version) {
      throw new JournalException(
          where
              + " has schema "
              + found
              + ", this Ballast knows "
              + version
              + ": use the newer Ballast that wrote it");
    }
  }

  /**
   * Runs what is pending, one DDL statement a file; edited migrations are refused.
   *
   * @throws JournalException naming the step that failed
   */
  void migrate(String url, String user, String password, String where) {
    FluentConfiguration configuration =
        Flyway.configure(Schema.class.getClassLoader())
            .locations(location.split(","))
            .validateOnMigrate(true)
            .cleanDisabled(true)
            .outOfOrder(false)
            .baselineOnMigrate(false)
            .group(false);
    try {
      // credentials that stand in the URL must not be given twice
      (user.isEmpty()
              ? configuration.dataSource(url, null, null)
              : configuration.dataSource(url, user, password))
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new JournalException(
          "migrating " + where + " failed: " + firstLine(e) + "; nothing was changed for good", e);
    }
  }

  private static String firstLine(FlywayException e) {
    return String.valueOf(e.getMessage())
        .lines()
        .filter(line -> !line.isBlank())
        .findFirst()
        .orElse("unknown cause");
  }
}
