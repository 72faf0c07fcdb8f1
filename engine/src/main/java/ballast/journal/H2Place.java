package ballast.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An H2 file in a directory of its own. A new one is made under another name and moved into place
 * when it is whole; one that does not open is never replaced.
 */
final class H2Place implements Place {
  private static final Logger log = LoggerFactory.getLogger(H2Place.class);
  private static final long ROOM_BYTES = 64L << 20;
  private static final int IN_USE = 90020;
  private static final int WRONG_PASSWORD = 28000;

  private final Path directory;
  private final String fileSystem;
  private final Schema schema;
  private final JournalLock lock;
  private final String password;
  private final H2Database database;
  private final Growth growth;

  private H2Place(
      Path directory,
      String fileSystem,
      Schema schema,
      JournalLock lock,
      String password,
      Growth growth) {
    this.directory = directory;
    this.fileSystem = fileSystem;
    this.schema = schema;
    this.lock = lock;
    this.password = password;
    this.database = new H2Database(fileSystem + directory.resolve("ballast"), password);
    this.growth = growth;
  }

  /** Takes the directory, and brings the file in it up to date or makes one where none ever was. */
  static H2Place open(Path where, Schema schema) {
    return open(where, schema, "", Growth.standard(), found -> {});
  }

  /**
   * The same through another of H2's file systems.
   *
   * @param fileSystem the prefix that H2 knows it by, such as {@code "split:"}
   * @param growth when the file is written anew
   */
  static H2Place open(Path where, Schema schema, String fileSystem, Growth growth) {
    return open(where, schema, fileSystem, growth, found -> {});
  }

  /** The same; says which version it found. */
  static H2Place open(Path where, Schema schema, IntConsumer version) {
    return open(where, schema, "", Growth.standard(), version);
  }

  private static H2Place open(
      Path where, Schema schema, String fileSystem, Growth growth, IntConsumer version) {
    Path directory = where.toAbsolutePath().normalize();
    requireNoSetting(directory);
    try {
      PrivateFiles.directory(directory);
      directory = directory.toRealPath();
      requireNoSetting(directory);
      return open(directory, schema, fileSystem, growth, JournalLock.take(directory), version);
    } catch (IOException e) {
      throw new JournalException(
          "the journal directory " + directory + " cannot be used: " + e.getMessage(), e);
    }
  }

  /** What follows a semicolon H2 takes for a setting, and some settings run SQL. */
  private static void requireNoSetting(Path directory) {
    if (directory.toString().indexOf(';') >= 0) {
      throw new JournalException(
          "a directory with a semicolon cannot hold a journal: " + directory);
    }
  }

  /** The same in a directory that is held already; closing the place, or a failure, lets it go. */
  static H2Place open(Path directory, Schema schema, JournalLock lock, IntConsumer version)
      throws IOException {
    return open(directory, schema, "", Growth.standard(), lock, version);
  }

  private static H2Place open(
      Path directory,
      Schema schema,
      String fileSystem,
      Growth growth,
      JournalLock lock,
      IntConsumer version)
      throws IOException {
    String password;
    try {
      password = password(directory);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
    H2Place place = new H2Place(directory, fileSystem, schema, lock, password, growth);
    boolean ready = false;
    try {
      version.accept(place.prepare());
      growth.isWhole(place.bytes());
      ready = true;
      return place;
    } finally {
      if (!ready) {
        place.close();
      }
    }
  }

  /**
   * The password's final name comes after the database's, so a password without a database means
   * that a journal is lost, not that none was made yet.
   */
  private static String password(Path directory) throws IOException {
    Path file = directory.resolve("password");
    Path fresh = directory.resolve("password.new");
    boolean database = Files.exists(directory.resolve("ballast.mv.db"));
    if (!Files.exists(file)) {
      if (!Files.exists(fresh) && !database) {
        PrivateFiles.write(fresh, randomPassword());
      }
      if (!Files.exists(fresh)) {
        throw lost(directory, "its password is gone");
      }
      return Files.readString(fresh);
    }
    if (!database) {
      throw lost(directory, "it is gone");
    }
    return Files.readString(file);
  }

  static JournalException lost(Path directory, String how) {
    return new JournalException(
        "the journal "
            + directory.resolve("ballast.mv.db")
            + " cannot be opened, "
            + how
            + ": run "
            + Backups.remedy(directory));
  }

  private static String randomPassword() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  /** Makes the file ready and says which version of the schema it had. */
  private int prepare() throws IOException {
    if (!Files.exists(file())) {
      create();
    }
    if (!Files.exists(directory.resolve("password"))) {
      PrivateFiles.move(directory.resolve("password.new"), directory.resolve("password"));
    }
    PrivateFiles.restrict(file());
    int found = look();
    schema.requireNotNewer(found, file().toString());
    if (found < schema.version()) {
      migrate();
    }
    if (schema.version() >= Schema.CURRENT.version()
        && (found < schema.version() || ReaderUser.isMissing(directory))) {
      makeReader();
    }
    return found;
  }

  private void makeReader() throws IOException {
    try (Connection connection = connect()) {
      ReaderUser.make(connection, directory, randomPassword());
    } catch (SQLException e) {
      throw explain(e);
    }
  }

  /** The version of the file, which is not written to before it proved whole. */
  private int look() {
    try (Connection connection = database.connectReading()) {
      int found = Schema.versionOf(connection);
      new H2Inspection(directory, connection).requireWhole(found, schema);
      return found;
    } catch (SqlFailure e) {
      throw explain(e.exception());
    } catch (SQLException e) {
      throw explain(e);
    }
  }

  /** What a crash leaves half made has no row in it and is made anew. */
  private void create() throws IOException {
    Path half = directory.resolve("ballast-new.mv.db");
    Files.deleteIfExists(half);
    String url = new H2Database(fileSystem + directory.resolve("ballast-new"), password).url("");
    try (Connection connection = DriverManager.getConnection(url, H2Database.USER, password)) {
      PrivateFiles.restrict(half);
      schema.migrate(url, H2Database.USER, password, half.toString());
      try (Statement statement = connection.createStatement()) {
        statement.execute("SHUTDOWN COMPACT");
      }
    } catch (SQLException e) {
      throw explain(e);
    }
    PrivateFiles.force(half);
    PrivateFiles.move(half, file());
  }

  /** A migration that fails on H2 is half done, so the file as it was is put back. */
  private void migrate() throws IOException {
    Path before = before(directory, schema);
    PrivateFiles.copy(file(), before);
    boolean done = false;
    try (Connection connection = connect()) {
      schema.migrate(database.url(), H2Database.USER, password, file().toString());
      try (Statement statement = connection.createStatement()) {
        statement.execute("CHECKPOINT SYNC");
      }
      done = true;
    } catch (SQLException e) {
      throw explain(e);
    } finally {
      if (!done) {
        database.end();
        PrivateFiles.copy(before, file());
      }
    }
  }

  /** Where the file as it was before a migration is kept. */
  static Path before(Path directory, Schema schema) {
    return directory.resolve("ballast-before-" + schema.version() + ".mv.db");
  }

  private Path file() {
    return directory.resolve("ballast.mv.db");
  }

  @Override
  public Connection connect() throws SQLException {
    return database.connect();
  }

  @Override
  public Dialect dialect() {
    return Dialect.H2;
  }

  @Override
  public Path archives() {
    return directory.resolve(Archives.FOLDER);
  }

  @Override
  public Optional<String> noRoom() {
    try {
      return noRoom(directory, Files.getFileStore(directory).getUsableSpace());
    } catch (IOException e) {
      return Optional.of("the free space of " + directory + " cannot be read");
    }
  }

  static Optional<String> noRoom(Path directory, long freeBytes) {
    return freeBytes >= ROOM_BYTES
        ? Optional.empty()
        : Optional.of(
            "the disk is low: only "
                + (freeBytes >> 20)
                + " MiB are free in "
                + directory
                + ", a transfer needs 64: make room");
  }

  @Override
  public JournalException explain(SQLException exception) {
    if (exception.getErrorCode() == IN_USE) {
      return JournalLock.inUse(directory, "another process");
    }
    String cause =
        exception.getErrorCode() == WRONG_PASSWORD
            ? "its password is not the one in " + directory.resolve("password")
            : String.valueOf(exception.getMessage()).lines().findFirst().orElse("unknown cause");
    return new JournalException(
        "the journal "
            + file()
            + " failed and was left as it is ("
            + cause
            + "): free the disk or run "
            + Backups.remedy(directory),
        exception);
  }

  @Override
  public Backup backup(Path file, long atMillis) {
    return new H2Backup(this, directory, password).to(file, atMillis);
  }

  @Override
  public void reached(Map<String, Long> sequences) {
    try {
      new HighWater(directory).note(sequences);
    } catch (IOException e) {
      log.warn("how far the journal {} reaches was not noted: {}", file(), e.getMessage());
    }
  }

  @Override
  public boolean hasGrown() {
    return growth.isDue(bytes());
  }

  @Override
  public void shrink() {
    if (!growth.isWorthwhile(bytes())) {
      return;
    }
    try {
      if (!database.isUsed()) {
        H2Compaction.quick(this, directory);
        growth.isWhole(bytes());
      }
    } catch (IOException | SQLException | JournalException e) {
      log.warn("the journal {} stays as large as it is: {}", file(), e.getMessage());
      growth.isWhole(bytes()); // not again at once
    }
  }

  /** Lets the file go, so that it can be copied or replaced; the next connection opens it. */
  void end() {
    database.end();
  }

  /** Of the file; 0 where it cannot be asked. */
  private long bytes() {
    try {
      return Files.size(file());
    } catch (IOException e) {
      return 0;
    }
  }

  @Override
  public void close() {
    database.end();
    lock.close();
  }
}
