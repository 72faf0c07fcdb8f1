package ballast.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ballast.decide.ShippedStrategies;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

final class ConfigSchemaTest {
  private final JsonNode schema =
      JsonMapper.shared().readTree(ConfigSchema.text(ShippedStrategies.byName()));

  @Test
  void acceptsTheExampleAndTheTemplate() {
    assertThat(complaints(ConfigFolder.EXAMPLE)).isEmpty();
    assertThat(complaints(ConfigTemplate.text())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dir: | dri:",
        "mode: paper | mode: papper",
        "8787 | 65536",
        "8787 | true",
        "1.6x | 1.6",
        "low: 1.6x, | ''",
        "50000 USDT | 50000",
        "min-gap: 5m | min-gap: 5",
        "id: main | id: Main",
        "env:BALLAST_KEY | abc",
        "strategy: target-band | strategy: hold",
        "strategy: target-band | strategy: band",
        "secret: | private-key: file:x, secret:",
        "secret: \"file:secrets/main\" | ''"
      })
  void objectsToWhatTheReaderRefuses(String find, String replacement) {
    assertThat(ConfigFolder.EXAMPLE).contains(find);
    String yaml = ConfigFolder.EXAMPLE.replace(find, replacement.replace(", ", "\n    "));

    assertThat(complaints(yaml)).isNotEmpty();
  }

  /** Asks the reader itself, through its error text, which keys it knows in every group. */
  @Test
  void knowsExactlyTheKeysThatTheReaderKnows() {
    Map<String, List<String>> ofSchema = new TreeMap<>();
    collect(schema, "", ofSchema);
    Map<String, List<String>> ofReader = new TreeMap<>();
    SchemaPaths.groups().forEach((path, group) -> ofReader.put(path, keysNamedByTheReader(path)));

    assertThat(ofSchema)
        .isEqualTo(ofReader)
        .containsOnlyKeys(
            "",
            "venue",
            "web",
            "alerts",
            "alerts.heartbeat",
            "alerts.channels[]",
            "alerts.channels[].webhook",
            "alerts.channels[].slack",
            "alerts.channels[].discord",
            "alerts.channels[].telegram",
            "alerts.channels[].pagerduty",
            "alerts.channels[].email",
            "accounts[]",
            "accounts[].limits");
  }

  private static List<String> keysNamedByTheReader(String path) {
    String probe = "{ zzzz: 1 }";
    if (!path.isEmpty()) {
      String[] names = path.split("\\.");
      for (int i = names.length - 1; i >= 0; i--) {
        probe =
            names[i].endsWith("[]")
                ? "{ " + names[i].replace("[]", "") + ": [ " + probe + " ] }"
                : "{ " + names[i] + ": " + probe + " }";
      }
    }
    String yaml = probe;
    Throwable thrown =
        catchThrowable(() -> FormCheck.check(YamlTree.read("ballast.yml", yaml), Keys.ROOT));
    String message = String.valueOf(thrown.getMessage());
    return Arrays.asList(message.substring(message.indexOf("Known here: ") + 12).split(", "));
  }

  private static void collect(JsonNode node, String path, Map<String, List<String>> groups) {
    JsonNode properties = node.path("properties");
    if (node.path("items").isObject()) {
      collect(node.get("items"), path + "[]", groups);
    }
    if (!properties.isEmpty()) {
      groups.put(path, List.copyOf(properties.propertyNames()));
      properties.forEachEntry(
          (name, child) -> collect(child, path.isEmpty() ? name : path + "." + name, groups));
    }
  }

  private List<String> complaints(String yaml) {
    return SchemaSubset.complaints(schema, YAMLMapper.shared().readTree(yaml));
  }
}
