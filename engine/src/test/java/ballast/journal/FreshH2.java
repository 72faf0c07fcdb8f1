package ballast.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** An empty H2 journal, made once and copied, because migrations take a second. */
final class FreshH2 {
  private static final Path TEMPLATE = make();

  private FreshH2() {}

  private static Path make() {
    try {
      Path directory = Files.createTempDirectory("fresh-journal");
      JournalStore.open(directory, System::nanoTime).close();
      directory.toFile().deleteOnExit();
      for (String name : new String[] {"ballast.mv.db", "password", "reader-password", "lock"}) {
        directory.resolve(name).toFile().deleteOnExit();
      }
      return directory;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static void copyTo(Path directory) throws IOException {
    for (String name : new String[] {"ballast.mv.db", "password", "reader-password"}) {
      Files.copy(TEMPLATE.resolve(name), directory.resolve(name));
    }
  }

  /** Runs a statement in a closed journal, behind its back. */
  static int edit(Path directory, String sql) throws IOException, SQLException {
    String url = "jdbc:h2:file:" + directory.resolve("ballast") + ";IFEXISTS=TRUE";
    String password = Files.readString(directory.resolve("password"));
    try (Connection connection = DriverManager.getConnection(url, "BALLAST", password);
        Statement statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }
}
