package ballast.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds docs/configuration.md to what the reader does. */
final class ConfigurationPageTest {
  private static final Path PAGE = Path.of("..", "docs", "configuration.md");

  @TempDir Path temp;

  @Test
  void itsExampleIsReadAndShowsTheDefaults() throws Exception {
    String page = Files.readString(PAGE);
    String example = examples(page).get(0);
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
  void itsExampleOfAlertsIsRead() throws Exception {
    List<String> examples = examples(Files.readString(PAGE));
    ConfigFolder folder = new ConfigFolder(temp);
    folder.secret("heartbeat", "https://hc.example.com/ping/1", "rw-------");
    folder.secret("slack", "https://hooks.example.com/services/1", "rw-------");
    folder.secret("pagerduty", "key", "rw-------");
    folder.secret("mail", "password", "rw-------");

    AlertsConfig alerts = folder.read(ConfigFolder.EXAMPLE + examples.get(1)).alerts();
    assertThat(alerts.channels())
        .extracting(AlertsConfig.Outlet::name)
        .containsExactly("room", "night", "mail");
  }

  private static List<String> examples(String page) {
    return Pattern.compile("(?s)```yaml\n(.*?)```")
        .matcher(page)
        .results()
        .map(found -> found.group(1))
        .toList();
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
