package ballast.binance;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Strict JSON: one whole document, no key twice, bounded in every way. */
final class Json {
  private static final int MAX_DEPTH = 16;
  private static final int MAX_NUMBER_DIGITS = 40;
  private static final int MAX_TEXT = 16 * 1024;
  private static final JsonMapper STRICT = strict();

  private Json() {}

  private static JsonMapper strict() {
    StreamReadConstraints bounds =
        StreamReadConstraints.builder()
            .maxNestingDepth(MAX_DEPTH)
            .maxNumberLength(MAX_NUMBER_DIGITS)
            .maxStringLength(MAX_TEXT)
            .maxDocumentLength(Endpoint.COLLATERAL_RATE.maxBytes())
            .build();
    return JsonMapper.builder(
            JsonFactory.builder()
                .streamReadConstraints(bounds)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build())
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .build();
  }

  /** Parses a whole answer; the message of the refusal shows nothing of its content. */
  static JsonNode parse(String text) throws MalformedAnswer {
    JsonNode root;
    try {
      root = STRICT.readTree(text);
    } catch (JacksonException | ArithmeticException | NumberFormatException e) {
      throw new MalformedAnswer("not one valid JSON document (" + text.length() + " characters)");
    }
    if (root.isMissingNode()) {
      throw new MalformedAnswer("an empty answer");
    }
    return root;
  }
}
