package ballast.binance;

import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One JSON object, read field by field and strictly: a missing field, null, an empty text or
 * another type is malformed.
 *
 * <p>Amounts are documented as texts; the plain number form is accepted as well. Their shape is
 * checked before anything is computed. Decimals beyond the eighth are cut off.
 */
final class Fields {
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,18})?");
  private static final Pattern UNBOUNDED = Pattern.compile("[0-9]{1,40}(\\.[0-9]{1,18})?");
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}");
  private static final int KEPT_DECIMALS = 8;
  private static final int MOST_DECIMALS = 18;
  private static final int MOST_DIGITS = 58;
  private static final long YEAR_2020 = 1_577_836_800_000L;
  private static final long YEAR_2100 = 4_102_444_800_000L;

  private final JsonNode object;
  private final String where;

  private Fields(JsonNode object, String where) {
    this.object = object;
    this.where = where;
  }

  static Fields of(JsonNode node, String where) throws MalformedAnswer {
    if (!node.isObject()) {
      throw new MalformedAnswer(where + " is not an object");
    }
    return new Fields(node, where);
  }

  /** The rows of a documented array; a single object counts as one row. */
  static List<Fields> rows(JsonNode node, String where) throws MalformedAnswer {
    if (node.isObject()) {
      return List.of(of(node, where));
    }
    if (!node.isArray()) {
      throw new MalformedAnswer(where + " is not an array");
    }
    List<Fields> rows = new ArrayList<>();
    for (JsonNode row : node.values()) {
      rows.add(of(row, where + " row"));
    }
    return rows;
  }

  /** The rows of an array that stands in a field. */
  List<Fields> rows(String name) throws MalformedAnswer {
    JsonNode node = required(name);
    if (!node.isArray()) {
      throw wrong(name, "an array");
    }
    return rows(node, where + "." + name);
  }

  String text(String name) throws MalformedAnswer {
    JsonNode node = required(name);
    if (!node.isString() || node.stringValue().isEmpty()) {
      throw wrong(name, "a text");
    }
    return node.stringValue();
  }

  boolean flag(String name) throws MalformedAnswer {
    JsonNode node = required(name);
    if (!node.isBoolean()) {
      throw wrong(name, "true or false");
    }
    return node.booleanValue();
  }

  /** A count, as a number or a text of digits: the exchange's own pages show both. */
  long count(String name) throws MalformedAnswer {
    return Long.parseLong(decimal(name, WHOLE, "a whole number"));
  }

  /** A moment in epoch milliseconds, of this century. */
  long time(String name) throws MalformedAnswer {
    long millis = count(name);
    if (millis < YEAR_2020 || millis >= YEAR_2100) {
      throw wrong(name, "a time from 2020 to 2100 in milliseconds");
    }
    return millis;
  }

  /** An amount that cannot be negative. */
  Usdt amount(String name) throws MalformedAnswer {
    Usdt amount = signedAmount(name);
    if (amount.isNegative()) {
      throw wrong(name, "an amount of zero or more");
    }
    return amount;
  }

  /** An amount that may be negative, such as equity. */
  Usdt signedAmount(String name) throws MalformedAnswer {
    return number(name, Usdt::parseSigned);
  }

  /** An amount that may stand for "without end": what is too large becomes the largest there is. */
  Usdt amountOrLargest(String name) throws MalformedAnswer {
    return exceedsRange(name) ? new Usdt(Long.MAX_VALUE) : amount(name);
  }

  /** A ratio of either sign. */
  Ratio ratio(String name) throws MalformedAnswer {
    return number(name, Ratio::parseSigned);
  }

  /** A ratio that may stand for "without end", such as the uniMMR of an account without margin. */
  Ratio ratioOrLargest(String name) throws MalformedAnswer {
    return exceedsRange(name) ? new Ratio(Long.MAX_VALUE) : ratio(name);
  }

  boolean has(String name) {
    return object.has(name);
  }

  Iterable<String> names() {
    return object.propertyNames();
  }

  /** True for a flag of this name that is anything but false. */
  boolean isNotFalse(String name) {
    JsonNode node = object.get(name);
    return node != null && !(node.isBoolean() && !node.booleanValue());
  }

  private <T> T number(String name, Function<String, T> parse) throws MalformedAnswer {
    String text = decimal(name, DECIMAL, "a plain decimal");
    int point = text.indexOf('.');
    boolean longer = point >= 0 && text.length() > point + 1 + KEPT_DECIMALS;
    try {
      return parse.apply(longer ? text.substring(0, point + 1 + KEPT_DECIMALS) : text);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw wrong(name, "within range");
    }
  }

  private boolean exceedsRange(String name) throws MalformedAnswer {
    String text = plain(required(name));
    if (text == null || !UNBOUNDED.matcher(text).matches()) {
      return false;
    }
    return new BigDecimal(text).compareTo(BigDecimal.valueOf(Long.MAX_VALUE, KEPT_DECIMALS)) > 0;
  }

  private String decimal(String name, Pattern shape, String expected) throws MalformedAnswer {
    String text = plain(required(name));
    if (text == null || !shape.matcher(text).matches()) {
      throw wrong(name, expected);
    }
    return text;
  }

  /** The digits of a text or number; null for anything else and for numbers out of all bounds. */
  private static @Nullable String plain(JsonNode node) {
    if (node.isString()) {
      return node.stringValue();
    }
    if (!node.isNumber()) {
      return null;
    }
    BigDecimal value = node.decimalValue();
    boolean bounded =
        value.scale() >= 0 && value.scale() <= MOST_DECIMALS && value.precision() <= MOST_DIGITS;
    return bounded ? value.toPlainString() : null;
  }

  private JsonNode required(String name) throws MalformedAnswer {
    JsonNode node = object.get(name);
    if (node == null) {
      throw new MalformedAnswer(where + "." + name + " is missing");
    }
    return node;
  }

  private MalformedAnswer wrong(String name, String expected) {
    return new MalformedAnswer(where + "." + name + " is not " + expected);
  }
}
