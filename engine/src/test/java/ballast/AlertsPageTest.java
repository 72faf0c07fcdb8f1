package ballast;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.alert.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds docs/operating.md to the alerts there are. */
class AlertsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "operating.md");
  private static final Path RULES = Path.of("..", "deploy", "prometheus", "rules.yml");

  @Test
  void saysOfEveryRuleHowGraveItIsWhatItMeansAndWhatToDo() throws IOException {
    String page = Files.readString(PAGE);

    for (Rule rule : Rule.values()) {
      assertThat(page)
          .containsPattern(
              "(?m)^\\| `"
                  + rule.text()
                  + "` \\| "
                  + rule.severity().text()
                  + " \\| [^|]{20,} \\| [^|]{20,} \\|$");
    }
  }

  @Test
  void knowsNoOtherRule() throws IOException {
    assertThat(
            Pattern.compile("(?m)^\\| `([a-z-]+)` \\| (?:critical|warning|info) \\|")
                .matcher(Files.readString(PAGE))
                .results()
                .map(found -> found.group(1)))
        .containsExactlyElementsOf(Arrays.stream(Rule.values()).map(Rule::text).toList());
  }

  @Test
  void saysOfEveryAlertOfPrometheusWhatToDo() throws IOException {
    String page = Files.readString(PAGE);

    Pattern.compile("alert: (\\w+)")
        .matcher(Files.readString(RULES))
        .results()
        .map(found -> found.group(1))
        .forEach(alert -> assertThat(page).contains("`" + alert + "`"));
  }
}
