package ballast.cli;

import ballast.config.FileCause;
import ballast.report.Format;
import ballast.report.SweepReport;
import ballast.report.WholeFiles;
import java.io.IOException;
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
   * @throws Failure with {@link ExitCode#USAGE} when they cannot be written; none is left then
   */
  void write(Swept swept, JsonLine told) {
    try (WholeFiles files = new WholeFiles()) {
      files.write(table, out -> new SweepTables(swept).exact().write(Format.CSV, out));
      files.write(page, out -> SweepReport.write(SweepPicture.of(swept), out));
      files.write(manifest, out -> out.write(told + "\n"));
      files.complete();
    } catch (IOException e) {
      throw new Failure(
          ExitCode.USAGE, "the sweep could not be written to " + page + ": " + FileCause.of(e));
    }
  }
}
