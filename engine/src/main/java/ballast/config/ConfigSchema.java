package ballast.config;

import ballast.config.Form.Flag;
import ballast.config.Form.Group;
import ballast.config.Form.Listed;
import ballast.config.Form.Quantity;
import ballast.config.Form.Reasons;
import ballast.config.Form.Settings;
import ballast.config.Form.Source;
import ballast.config.Form.Text;
import ballast.config.Form.Whole;
import ballast.config.Form.Word;
import ballast.strategy.Parameter;
import ballast.strategy.Parameter.Kind;
import ballast.strategy.StrategyFactory;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The configuration as a JSON Schema (draft 2020-12), for editors that complete and check while
 * typing. Made from the same table as the reader, so the two cannot drift apart.
 */
public final class ConfigSchema {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ConfigSchema() {}

  /**
   * The schema as indented JSON, the same text for the same strategies.
   *
   * @param strategies every known strategy by its name, for its name and parameters
   */
  public static String text(Map<String, StrategyFactory> strategies) {
    ObjectNode schema = NODES.objectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "ballast.yml");
    schema.setAll(group(Keys.ROOT, new TreeMap<>(strategies)));
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(schema);
  }

  private static ObjectNode group(Group group, Map<String, StrategyFactory> strategies) {
    ObjectNode schema = type("object").put("additionalProperties", false);
    ArrayNode required = NODES.arrayNode();
    ObjectNode properties = schema.putObject("properties");
    for (Key key : group.keys()) {
      ObjectNode property = form(key.form(), strategies).put("description", key.description());
      key.defaultText().ifPresent(text -> putDefault(property, key.form(), text));
      properties.set(key.name(), property);
      if (key.isRequired()) {
        required.add(key.name());
      }
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    if (!group.oneOf().isEmpty()) {
      ArrayNode choices = schema.putArray("oneOf");
      group.oneOf().forEach(name -> choices.addObject().putArray("required").add(name));
    }
    if (group.equals(Keys.ACCOUNT)) {
      byStrategy(schema, properties, strategies);
    }
    return schema;
  }

  private static ObjectNode form(Form form, Map<String, StrategyFactory> strategies) {
    if (form instanceof Group group) {
      return group(group, strategies);
    }
    if (form instanceof Listed listed) {
      ObjectNode schema =
          type("array").put("minItems", listed.least()).put("maxItems", listed.most());
      schema.set("items", form(listed.item(), strategies));
      return schema;
    }
    if (form instanceof Word word) {
      ObjectNode schema = type("string");
      word.words().forEach(schema.putArray("enum")::add);
      return schema;
    }
    if (form instanceof Whole whole) {
      return type("integer").put("minimum", whole.least()).put("maximum", whole.most());
    }
    if (form instanceof Quantity quantity) {
      return quantity(quantity.kind());
    }
    return plain(form);
  }

  private static ObjectNode plain(Form form) {
    if (form instanceof Text text) {
      return type("string").put("pattern", text.pattern());
    }
    if (form instanceof Source source) {
      return type("string").put("pattern", source.pattern());
    }
    if (form instanceof Flag) {
      return type("boolean");
    }
    if (form instanceof Settings) {
      return type("object");
    }
    if (form instanceof Reasons reasons) {
      ObjectNode schema = type("object");
      schema.putObject("propertyNames").put("pattern", reasons.name());
      schema.set("additionalProperties", plain(Reasons.REASON));
      return schema;
    }
    throw new IllegalStateException("no schema for " + form);
  }

  private static ObjectNode quantity(Kind kind) {
    String decimal = "^[0-9]{1,18}(\\.[0-9]{1,8})?";
    return switch (kind) {
      case RATIO -> type("string").put("pattern", decimal + "x$");
      case PERCENT -> type("string").put("pattern", decimal + "%$");
      case MONEY -> type("string").put("pattern", decimal + " USDT$");
      case DURATION -> type("string").put("pattern", "^[0-9]{1,9}(ms|s|m|h|d)$");
      case COUNT -> type("integer").put("minimum", 0);
      case FUNDING ->
          type("string")
              .put("pattern", "^(expected|(expected else )?[0-9]{1,18}(\\.[0-9]{1,8})?%)$");
      case PAYMENTS ->
          type("string").put("pattern", "^(none|.+ USDT before [0-9]{1,9}(ms|s|m|h|d))$");
    };
  }

  /** Names the strategies, and ties each to the parameters that it declares. */
  private static void byStrategy(
      ObjectNode account, ObjectNode properties, Map<String, StrategyFactory> strategies) {
    if (strategies.isEmpty()) {
      return;
    }
    ArrayNode names = ((ObjectNode) properties.get("strategy")).putArray("enum");
    ArrayNode all = account.putArray("allOf");
    strategies.forEach(
        (name, factory) -> {
          names.add(name);
          ObjectNode branch = all.addObject();
          branch.putObject("if").putObject("properties").putObject("strategy").put("const", name);
          branch.putObject("then").putObject("properties").set("parameters", parameters(factory));
        });
  }

  private static ObjectNode parameters(StrategyFactory factory) {
    ObjectNode schema = type("object").put("additionalProperties", false);
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = schema.putArray("required");
    for (Parameter parameter : factory.parameters()) {
      ObjectNode property = quantity(parameter.kind()).put("description", parameter.description());
      parameter.defaultText().ifPresent(text -> property.put("default", text));
      properties.set(parameter.name(), property);
      if (parameter.defaultText().isEmpty()) {
        required.add(parameter.name());
      }
    }
    return schema;
  }

  private static void putDefault(ObjectNode property, Form form, String text) {
    if (form instanceof Whole) {
      property.put("default", Integer.parseInt(text));
    } else if (form instanceof Flag) {
      property.put("default", Boolean.parseBoolean(text));
    } else {
      property.put("default", text);
    }
  }

  private static ObjectNode type(String type) {
    return NODES.objectNode().put("type", type);
  }
}
