package ballast.journal;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * A row of a table as one line of an archive: a JSON object whose first member {@code table} names
 * the table, and whose others are the columns that are not null.
 *
 * @param table which table it was in
 */
record ArchivedRow(String table, Map<String, Object> columns) implements Row {
  private static final String TABLE = "table";
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /**
   * Reads {@link #line} back.
   *
   * @throws IllegalArgumentException in one line when it is something else
   */
  static ArchivedRow parse(String line) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), line)) {
      require(parser.nextToken() == JsonToken.START_OBJECT, "it is no object");
      Map<String, Object> columns = new LinkedHashMap<>();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        columns.put(name, value(parser.nextToken(), parser));
      }
      require(parser.nextToken() == null, "something follows the object");
      if (columns.remove(TABLE) instanceof String table) {
        return new ArchivedRow(table, columns);
      }
      throw new IllegalArgumentException("it names no table");
    } catch (JacksonException e) {
      throw new IllegalArgumentException("it is no row: " + e.getOriginalMessage(), e);
    }
  }

  private static Object value(JsonToken token, JsonParser parser) {
    return switch (token) {
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT -> parser.getLongValue();
      default -> throw new IllegalArgumentException("it has a value that no column has");
    };
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /** What the line of a row of this table begins with. */
  static String begin(String table) {
    return "{\"" + TABLE + "\":\"" + table + "\",";
  }

  /** The row as text, without a line break. */
  String line() {
    StringWriter text = new StringWriter(1_000);
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty(TABLE, table);
      columns.forEach(
          (name, value) -> {
            if (value instanceof Long number) {
              json.writeNumberProperty(name, number);
            } else {
              json.writeStringProperty(name, value.toString());
            }
          });
      json.writeEndObject();
    }
    return text.toString();
  }

  @Override
  public OptionalLong optionalNumber(String column) {
    Object value = columns.get(column);
    if (value == null) {
      return OptionalLong.empty();
    }
    require(value instanceof Long, column + " is no number");
    return OptionalLong.of((Long) value);
  }

  @Override
  public Optional<String> optionalText(String column) {
    return Optional.ofNullable(columns.get(column)).map(Object::toString);
  }

  @Override
  public boolean flag(String column) {
    throw new IllegalArgumentException("an archive has no flags, " + column + " neither");
  }

  @Override
  public Digest digest(String column) {
    String hex = text(column);
    require(hex.matches("[0-9a-f]{64}"), column + " is no SHA-256");
    return new Digest(hex);
  }
}
