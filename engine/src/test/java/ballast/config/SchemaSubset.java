package ballast.config;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Judges a value by the words of JSON Schema that {@link ConfigSchema} uses, and by no others. */
final class SchemaSubset {
  private final List<String> complaints = new ArrayList<>();

  private SchemaSubset() {}

  /** What the schema objects to; empty: nothing. */
  static List<String> complaints(JsonNode schema, JsonNode value) {
    SchemaSubset judge = new SchemaSubset();
    judge.judge(schema, value, "");
    return judge.complaints;
  }

  private void judge(JsonNode schema, JsonNode value, String path) {
    require(typed(schema, value), path + " has the wrong type");
    if (value.isString() && schema.has("pattern")) {
      require(value.asString().matches(schema.get("pattern").asString()), path + " has no match");
    }
    if (schema.has("enum")) {
      require(schema.get("enum").valueStream().anyMatch(value::equals), path + " is not listed");
    }
    if (schema.has("const")) {
      require(schema.get("const").equals(value), path + " is not the constant");
    }
    if (value.isNumber() && schema.has("minimum")) {
      require(value.asLong() >= schema.get("minimum").asLong(), path + " is too small");
    }
    if (value.isNumber() && schema.has("maximum")) {
      require(value.asLong() <= schema.get("maximum").asLong(), path + " is too large");
    }
    if (value.isArray() && schema.has("items")) {
      require(value.size() >= schema.get("minItems").asInt(), path + " has too few items");
      value.forEach(item -> judge(schema.get("items"), item, path + "[]"));
    }
    if (value.isObject()) {
      object(schema, value, path);
    }
  }

  private void object(JsonNode schema, JsonNode value, String path) {
    JsonNode properties = schema.path("properties");
    value.forEachEntry(
        (name, child) -> {
          boolean open = schema.path("additionalProperties").asBoolean(true);
          require(open || properties.has(name), path + " does not know " + name);
          if (properties.has(name)) {
            judge(properties.get(name), child, path + "." + name);
          }
        });
    schema
        .path("required")
        .forEach(name -> require(value.has(name.asString()), path + " lacks " + name));
    if (schema.has("oneOf")) {
      long fitting =
          schema.get("oneOf").valueStream().filter(one -> complaints(one, value).isEmpty()).count();
      require(fitting == 1, path + " is not exactly one of");
    }
    schema
        .path("allOf")
        .forEach(
            branch -> {
              if (complaints(branch.get("if"), value).isEmpty()) {
                judge(branch.get("then"), value, path);
              }
            });
  }

  private static boolean typed(JsonNode schema, JsonNode value) {
    return switch (schema.path("type").asString("any")) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isString();
      case "integer" -> value.isIntegralNumber();
      case "boolean" -> value.isBoolean();
      default -> true;
    };
  }

  private void require(boolean holds, String complaint) {
    if (!holds) {
      complaints.add(complaint);
    }
  }
}
