package ballast.binance;

import ballast.strategy.Ratio;
import ballast.strategy.Usdt;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

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
  private static final long YEAR_2020 = 1_577_836_800_000L;
  private static final long YEAR_2100 = 4_102_444_800_000L;

  private final Map<String, Json> byName;
  private final String where;

  private Fields(Map<String, Json> byName, String where) {
    this.byName = byName;
    this.where = where;
  }

  static Fields of(Json json, String where) throws MalformedAnswer {
    if (!(json instanceof Json.Members members)) {
      throw new MalformedAnswer(where + " is not an object");
    }
    return new Fields(members.byName(), where);
  }

  /** The rows of a documented array; a single object counts as one row. */
  static List<Fields> rows(Json json, String where) throws MalformedAnswer {
    if (json instanceof Json.Members) {
      return List.of(of(json, where));
    }
    if (!(json instanceof Json.Rows array)) {
      throw new MalformedAnswer(where + " is not an array");
    }
    List<Fields> rows = new ArrayList<>();
    for (Json row : array.values()) {
      rows.add(of(row, where + " row"));
    }
    return rows;
  }

  /** The rows of an array that stands in a field. */
  List<Fields> rows(String name) throws MalformedAnswer {
    if (!(required(name) instanceof Json.Rows array)) {
      throw wrong(name, "an array");
    }
    return rows(array, where + "." + name);
  }

  String text(String name) throws MalformedAnswer {
    if (!(required(name) instanceof Json.Text text) || text.value().isEmpty()) {
      throw wrong(name, "a text");
    }
    return text.value();
  }

  boolean flag(String name) throws MalformedAnswer {
    if (!(required(name) instanceof Json.Flag flag)) {
      throw wrong(name, "true or false");
    }
    return flag.value();
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

  Iterable<String> names() {
    return byName.keySet();
  }

  boolean has(String name) {
    return byName.containsKey(name);
  }

  /** True for a flag of this name that is anything but false. */
  boolean isNotFalse(String name) {
    return byName.containsKey(name) && !new Json.Flag(false).equals(byName.get(name));
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
    String text = written(name);
    return UNBOUNDED.matcher(text).matches()
        && new BigDecimal(text).compareTo(BigDecimal.valueOf(Long.MAX_VALUE, KEPT_DECIMALS)) > 0;
  }

  private String decimal(String name, Pattern shape, String expected) throws MalformedAnswer {
    String text = written(name);
    if (!shape.matcher(text).matches()) {
      throw wrong(name, expected);
    }
    return text;
  }

  /** A text or a number, as it stands in the answer. */
  private String written(String name) throws MalformedAnswer {
    Json value = required(name);
    if (value instanceof Json.Digits digits) {
      return digits.written();
    }
    if (value instanceof Json.Text text) {
      return text.value();
    }
    throw wrong(name, "a number");
  }

  private Json required(String name) throws MalformedAnswer {
    Json value = byName.get(name);
    if (value == null) {
      throw new MalformedAnswer(where + "." + name + " is missing");
    }
    return value;
  }

  private MalformedAnswer wrong(String name, String expected) {
    return new MalformedAnswer(where + "." + name + " is not " + expected);
  }
}
