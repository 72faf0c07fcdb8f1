package ballast;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.Shell.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins that cannot be used are named, and the command goes on. */
class PluginFolderTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path directory;

  private Said strategies(String... more) {
    String[] line = new String[more.length + 1];
    line[0] = "strategies";
    System.arraycopy(more, 0, line, 1, more.length);
    Said said = new Shell(directory).run(line);
    assertThat(said.code()).isZero();
    assertThat(said.out()).contains("target-band");
    return said;
  }

  @Test
  void namesEachJarThatGivesNoStrategy() throws IOException {
    Path folder = Files.createDirectory(directory.resolve("plugins"));
    Files.writeString(folder.resolve("a.jar"), "garbage");
    Files.createFile(folder.resolve("b.jar"));
    try (ZipOutputStream jar =
        new ZipOutputStream(Files.newOutputStream(folder.resolve("c.jar")))) {
      jar.putNextEntry(new ZipEntry("nothing"));
    }
    assertThat(strategies().err())
        .hasLineCount(3)
        .contains("a.jar gives no strategy: it is no jar")
        .contains("b.jar gives no strategy: it is no jar")
        .contains("c.jar gives no strategy: there is no META-INF/services/");
  }

  @Test
  void namesAFolderThatWasAskedForAndIsNotThere() {
    assertThat(strategies("--plugins", "nowhere").err())
        .hasLineCount(1)
        .contains("there is no folder " + directory.resolve("nowhere"));
    assertThat(strategies().err()).isEmpty();
  }
}
