package ballast.binance;

import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;

/**
 * One JSON value as it was written: numbers stay text, so that nothing is computed before their
 * shape is checked. Strict: one whole document, no key twice, bounded in depth and length.
 *
 * <p>Built on the streaming parser alone; the library's data binding costs a fifth of a second at
 * start-up.
 */
sealed interface Json {
  /** A text. */
  record Text(String value) implements Json {}

  /** A number, as it was written. */
  record Digits(String written) implements Json {}

  /** True or false. */
  record Flag(boolean value) implements Json {}

  /** The word null. */
  record Nothing() implements Json {}

  /** An array. */
  record Rows(List<Json> values) implements Json {}

  /** An object, its names in their order. */
  record Members(Map<String, Json> byName) implements Json {}

  /** Parses a whole answer; the message of the refusal shows nothing of its content. */
  static Json parse(String text) throws MalformedAnswer {
    try (JsonParser parser = Strict.FACTORY.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() == null) {
        throw new MalformedAnswer("an empty answer");
      }
      Json value = Strict.value(parser);
      if (parser.nextToken() != null) {
        throw new MalformedAnswer("more than one JSON document");
      }
      return value;
    } catch (JacksonException e) {
      throw new MalformedAnswer("not valid JSON (" + text.length() + " characters)");
    }
  }
}
