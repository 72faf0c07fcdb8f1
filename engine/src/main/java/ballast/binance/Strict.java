package ballast.binance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** The settings of the parser, and the walk over its tokens. */
final class Strict {
  private static final int MAX_DEPTH = 16;
  private static final int MAX_NUMBER_DIGITS = 40;
  private static final int MAX_TEXT = 16 * 1024;

  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(MAX_NUMBER_DIGITS)
                  .maxStringLength(MAX_TEXT)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private Strict() {}

  /** The value that begins at the current token; its depth is bounded by the settings. */
  static Json value(JsonParser parser) throws MalformedAnswer {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> new Json.Text(parser.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Digits(parser.getString());
      case VALUE_TRUE -> new Json.Flag(true);
      case VALUE_FALSE -> new Json.Flag(false);
      case VALUE_NULL -> new Json.Nothing();
      case START_ARRAY -> rows(parser);
      case START_OBJECT -> members(parser);
      case END_ARRAY, END_OBJECT, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new MalformedAnswer("not valid JSON");
    };
  }

  private static Json rows(JsonParser parser) throws MalformedAnswer {
    List<Json> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(value(parser));
    }
    return new Json.Rows(Collections.unmodifiableList(values));
  }

  private static Json members(JsonParser parser) throws MalformedAnswer {
    Map<String, Json> byName = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      byName.put(name, value(parser));
    }
    return new Json.Members(Collections.unmodifiableMap(byName));
  }
}
