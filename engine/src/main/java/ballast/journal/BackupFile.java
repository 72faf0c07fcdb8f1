package ballast.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A backup as a file: a sealed zip with the database, its password and a {@link Manifest}. What
 * comes out of it has names that stand here, whatever names stand in it.
 */
final class BackupFile {
  static final String DATABASE = "ballast.mv.db";
  static final String PASSWORD = "password";
  private static final String MANIFEST = "manifest.txt";
  private static final int MOST_TEXT = 1 << 20;

  private BackupFile() {}

  /**
   * Writes a backup and forces it to disk.
   *
   * @param copy the zip that H2 made of the database
   */
  static void write(Path file, Path copy, String password, Manifest manifest) throws IOException {
    try (OutputStream bytes = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8);
        ZipFile from = new ZipFile(copy.toFile());
        InputStream database = from.getInputStream(entry(from, DATABASE))) {
      PrivateFiles.restrict(file);
      text(zip, MANIFEST, manifest.text());
      text(zip, PASSWORD, password);
      begin(zip, DATABASE);
      database.transferTo(zip);
      zip.closeEntry();
      zip.setComment(Seal.BLANK);
    }
    Seal.put(file);
  }

  private static void text(ZipOutputStream zip, String name, String text) throws IOException {
    begin(zip, name);
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  /** The manifest has the time; zip's own would be in the machine's zone. */
  private static void begin(ZipOutputStream zip, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(0);
    zip.putNextEntry(entry);
  }

  /**
   * What a backup says that it holds.
   *
   * @throws JournalException in one line when it is damaged or no backup
   */
  static Manifest manifest(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw new JournalException("there is no backup " + file + ": name the file backup printed");
      }
      if (!Seal.holds(file)) {
        throw unusable(file, "its bytes are not those that were written", null);
      }
      try (ZipFile zip = new ZipFile(file.toFile())) {
        return Manifest.parse(text(zip, MANIFEST));
      }
    } catch (IOException | IllegalArgumentException e) {
      throw unusable(file, String.valueOf(e.getMessage()), e);
    }
  }

  private static JournalException unusable(Path file, String why, @Nullable Exception cause) {
    String line = "the backup " + file + " is damaged or none (" + why + "): use another one";
    return cause == null ? new JournalException(line) : new JournalException(line, cause);
  }

  /** Puts database and password into a directory. */
  static void unpack(Path file, Path directory) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      PrivateFiles.write(directory.resolve(PASSWORD), text(zip, PASSWORD));
    }
    unpackDatabase(file, directory);
  }

  /** Puts the database in a zip, H2's or ours, into a directory. */
  static void unpackDatabase(Path file, Path directory) throws IOException {
    Path database = directory.resolve(DATABASE);
    try (ZipFile zip = new ZipFile(file.toFile());
        InputStream bytes = zip.getInputStream(entry(zip, DATABASE))) {
      Files.copy(bytes, database);
    }
    PrivateFiles.restrict(database);
    PrivateFiles.force(database);
  }

  private static String text(ZipFile zip, String name) throws IOException {
    try (InputStream bytes = zip.getInputStream(entry(zip, name))) {
      return new String(bytes.readNBytes(MOST_TEXT), StandardCharsets.UTF_8);
    }
  }

  private static ZipEntry entry(ZipFile zip, String name) throws ZipException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new ZipException("it has no " + name);
    }
    return entry;
  }
}
