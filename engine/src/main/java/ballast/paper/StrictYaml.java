package ballast.paper;

import com.fasterxml.jackson.annotation.Nulls;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads YAML, and so JSON, into records; what does not fit is an error of one plain line. */
final class StrictYaml {
  private static final YAMLMapper MAPPER =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
          .build();

  private StrictYaml() {}

  /**
   * @throws IllegalArgumentException in one plain line, with the line of the text
   */
  static <T> T read(String text, Class<T> type) {
    try {
      T value = MAPPER.readValue(text, type);
      if (value == null) {
        throw new IllegalArgumentException("it is empty");
      }
      return value;
    } catch (UnrecognizedPropertyException e) {
      throw new IllegalArgumentException(
          "unknown key \"" + e.getPropertyName() + "\"; known here are " + e.getKnownPropertyIds(),
          e);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(plain(e), e);
    }
  }

  /** What is nested too deeply or too long has no place and may have no message. */
  private static String plain(JacksonException e) {
    String message =
        e.getCause() instanceof IllegalArgumentException refused
            ? String.valueOf(refused.getMessage())
            : String.valueOf(e.getOriginalMessage());
    TokenStreamLocation at = e.getLocation();
    return message.lines().findFirst().orElse("not YAML")
        + (at == null ? "" : " (line " + at.getLineNr() + ")");
  }
}
