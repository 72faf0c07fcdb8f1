package ballast.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * One JSON object in the order in which it was filled. Values are texts, numbers, booleans, lists
 * and maps of these.
 */
final class JsonLine {
  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private final Map<String, Object> fields = new LinkedHashMap<>();

  JsonLine with(String name, Object value) {
    fields.put(name, value instanceof JsonLine nested ? nested.fields : value);
    return this;
  }

  /** With every field of another after these. */
  JsonLine with(JsonLine other) {
    fields.putAll(other.fields);
    return this;
  }

  /** The same as a map, to be nested in a list. */
  Map<String, Object> fields() {
    return fields;
  }

  @Override
  public String toString() {
    return MAPPER.writeValueAsString(fields);
  }
}
