package ballast.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFilesTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Test
  void filesHaveTheirNamesOnceAllAreWhole() throws IOException {
    Path first = folder.resolve("new/first.csv");
    Path second = Files.writeString(folder.resolve("second.csv"), "old");
    try (WholeFiles files = new WholeFiles()) {
      files.write(first, out -> out.write("1"));
      files.write(second, out -> out.write("2"));
      assertThat(first).doesNotExist();
      assertThat(second).hasContent("old");
      files.complete();
    }
    assertThat(first).hasContent("1");
    assertThat(second).hasContent("2");
    assertThat(first.getParent()).isDirectoryNotContaining("glob:**.part");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void oneThatFailsLeavesNothingOfAnyAndKeepsWhatStoodThere() throws IOException {
    IOException full = new IOException("No space left on device");
    Path first = Files.writeString(folder.resolve("first.csv"), "old");
    assertThatThrownBy(
            () -> {
              try (WholeFiles files = new WholeFiles()) {
                files.write(first, out -> out.write("1"));
                files.write(
                    folder.resolve("second.csv"),
                    out -> {
                      out.write("2");
                      throw new UncheckedIOException(full);
                    });
                files.complete();
              }
            })
        .isSameAs(full);
    assertThat(first).hasContent("old");
    assertThat(folder.toFile().list()).containsExactly("first.csv");
  }

  @Test
  void aFolderInTheWayIsNamedBeforeAnyFileHasItsName() throws IOException {
    Files.createDirectory(folder.resolve("second.csv"));
    assertThatThrownBy(
            () -> {
              try (WholeFiles files = new WholeFiles()) {
                files.write(folder.resolve("first.csv"), out -> out.write("1"));
                files.write(folder.resolve("second.csv"), out -> out.write("2"));
                files.complete();
              }
            })
        .hasMessageContaining("second.csv is a folder");
    assertThat(folder.toFile().list()).containsExactly("second.csv");
  }
}
