package ballast.cli;

import ballast.report.Format;
import ballast.report.SweepReport;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a sweep leaves behind.
 *
 * @param table every set that was tried on the whole, as CSV
 * @param page the report
 * @param manifest what it rests on
 */
record SweepFiles(Path table, Path page, Path manifest) {
  static SweepFiles in(Path directory) {
    return new SweepFiles(
        directory.resolve("sweep.csv"),
        directory.resolve("sweep.html"),
        directory.resolve("manifest.json"));
  }

  /**
   * @throws Failure with {@link ExitCode#USAGE} when they cannot be written
   */
  void write(Swept swept, JsonLine told) {
    try {
      Files.createDirectories(page.toAbsolutePath().getParent());
      try (Writer out = Files.newBufferedWriter(table)) {
        new SweepTables(swept).exact().write(Format.CSV, out);
      }
      try (Writer out = Files.newBufferedWriter(page)) {
        SweepReport.write(SweepPicture.of(swept), out);
      }
      Files.writeString(manifest, told + "\n");
    } catch (IOException e) {
      throw new Failure(
          ExitCode.USAGE, "the sweep could not be written to " + page + ": " + e.getMessage());
    }
  }
}
