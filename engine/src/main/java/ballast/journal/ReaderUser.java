package ballast.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The user of an H2 journal who may read the views and nothing else. Its password is in a file
 * beside the journal; where the file is missing, as after a restore, the user gets a new one.
 */
final class ReaderUser {
  static final String NAME = "READER";
  static final String FILE = "reader-password";

  private static final List<String> VIEWS =
      List.of(
          "v_daily",
          "v_transfer",
          "v_decision",
          "v_incident",
          "v_weight",
          "v_margin_hourly",
          "v_strategy");

  private ReaderUser() {}

  static boolean isMissing(Path directory) {
    return !Files.exists(directory.resolve(FILE));
  }

  /**
   * Makes the user with a new password, and the file.
   *
   * @param connection of an administrator
   * @param password letters and digits, because a user's password is no parameter of a statement
   */
  static void make(Connection connection, Path directory, String password)
      throws SQLException, IOException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE USER IF NOT EXISTS " + NAME + " PASSWORD '" + password + "'");
      statement.execute("ALTER USER " + NAME + " SET PASSWORD '" + password + "'");
      for (String view : VIEWS) {
        statement.execute("GRANT SELECT ON " + view + " TO " + NAME);
      }
      statement.execute("CHECKPOINT SYNC");
    }
    Path fresh = directory.resolve(FILE + ".new");
    PrivateFiles.write(fresh, password);
    PrivateFiles.move(fresh, directory.resolve(FILE));
  }
}
