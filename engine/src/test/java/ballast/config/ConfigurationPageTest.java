package ballast.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds docs/configuration.md to what the reader does. */
final class ConfigurationPageTest {
  private static final Path PAGE = Path.of("..", "docs", "configuration.md");

  @TempDir Path temp;

  @Test
  void itsExampleIsReadAndShowsTheDefaults() throws Exception {
    String page = Files.readString(PAGE);
    String example = page.substring(page.indexOf("```yaml") + 7, page.lastIndexOf("```"));
    ConfigFolder folder = new ConfigFolder(temp);
    folder.secret("main.key", "key", "rw-------");
    folder.secret("main.secret", "secret", "rw-------");
    String shortest =
        """
        accounts:
          - id: main
            api-key: "file:secrets/main.key"
            secret: "file:secrets/main.secret"
            schedule: "every 30s"
            strategy: target-band
            parameters: { low: 1.6x, low-target: 2.0x, high-target: 2.6x, high: 3.2x }
        """;

    assertThat(folder.read(example)).isEqualTo(folder.read(shortest));
  }

  @Test
  void listsEveryKeyWithItsDefault() throws Exception {
    String page = Files.readString(PAGE);
    SchemaPaths.groups()
        .values()
        .forEach(
            group ->
                group
                    .keys()
                    .forEach(
                        key ->
                            assertThat(page)
                                .containsPattern("\\| `" + key.name() + "` \\| " + shown(key))));
  }

  private static String shown(Key key) {
    return key.isRequired()
        ? "must be given"
        : key.defaultText().map(text -> "`" + (text.isEmpty() ? "\"\"" : text) + "`").orElse("\\S");
  }
}
