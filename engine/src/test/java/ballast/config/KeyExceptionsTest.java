package ballast.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.decide.ShippedStrategies;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What a key may do beyond need is written down with a reason, or refused. */
final class KeyExceptionsTest {
  @TempDir Path temp;

  private static String with(String exceptions) {
    return ConfigFolder.EXAMPLE.replace(
        "    schedule:", "    key-exceptions: " + exceptions + "\n    schedule:");
  }

  private static boolean fitsTheSchema(String yaml) {
    return SchemaSubset.complaints(
            JsonMapper.shared().readTree(ConfigSchema.text(ShippedStrategies.byName())),
            new YAMLMapper().readTree(yaml))
        .isEmpty();
  }

  @Test
  void areReadWithTheirReasons() {
    String yaml = with("{ enableMargin: \"repays by hand until May\" }");

    assertThat(new ConfigFolder(temp).read(yaml).accounts().get(0).keyExceptions())
        .isEqualTo(Map.of("enableMargin", "repays by hand until May"));
    assertThat(fitsTheSchema(yaml)).isTrue();
  }

  @Test
  void areNoneWhereNoneAreGiven() {
    assertThat(new ConfigFolder(temp).read(ConfigFolder.EXAMPLE).accounts().get(0).keyExceptions())
        .isEmpty();
    assertThat(new ConfigFolder(temp).read(with("{}")).accounts().get(0).keyExceptions()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ enableMargin: true } | must be text",
        "{ enableMargin: \"\" } | a reason of 10 to 200 characters",
        "{ enableMargin: needed } | a reason of 10 to 200 characters",
        "{ enableMargin: } | a reason of 10 to 200 characters",
        "{ ipRestrict: \"the address changes daily\" } | a permission by the exchange's name",
        "{ margin: \"repays by hand until May\" } | a permission by the exchange's name",
        "[ enableMargin ] | a group of keys",
        "enableMargin | a group of keys",
      })
  void areRefusedWithoutAReasonOrAProperName(String exceptions, String mentions) {
    assertThatThrownBy(() -> new ConfigFolder(temp).read(with(exceptions)))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("key-exceptions")
        .hasMessageContaining(mentions);
  }
}
