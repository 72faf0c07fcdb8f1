package ballast.strategy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The values given to a strategy, every one known and readable, defaults filled in. The texts are
 * what the journal stores, so the same texts make the same strategy again. Immutable.
 */
public final class Parameters {
  private final SortedMap<String, String> texts;

  private Parameters(SortedMap<String, String> texts) {
    this.texts = Collections.unmodifiableSortedMap(texts);
  }

  /**
   * Checks the given texts against what the strategy declares.
   *
   * @throws IllegalArgumentException in one plain line: an unknown name (with the known ones), a
   *     missing one, a value without its unit
   */
  public static Parameters of(List<Parameter> declared, Map<String, String> given) {
    SortedMap<String, String> texts = new TreeMap<>();
    for (Parameter parameter : declared) {
      String text = given.get(parameter.name());
      if (text == null) {
        text =
            parameter
                .defaultText()
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            parameter.name()
                                + " is missing; give it, for example "
                                + parameter.kind().example()));
      }
      try {
        parameter.kind().check(text);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(parameter.name() + ": " + e.getMessage(), e);
      }
      texts.put(parameter.name(), text);
    }
    for (String name : given.keySet()) {
      if (!texts.containsKey(name)) {
        throw new IllegalArgumentException(
            name
                + " is not a parameter of this strategy; it knows "
                + (texts.isEmpty() ? "none" : String.join(", ", texts.keySet())));
      }
    }
    return new Parameters(texts);
  }

  public Ratio ratio(String name) {
    return Parameter.Kind.ratio(text(name));
  }

  public Ratio percent(String name) {
    return Parameter.Kind.percent(text(name));
  }

  public Usdt money(String name) {
    return Parameter.Kind.money(text(name));
  }

  public Duration duration(String name) {
    return Parameter.Kind.duration(text(name));
  }

  public long count(String name) {
    return Parameter.Kind.count(text(name));
  }

  List<KnownPayment> payments(String name) {
    return KnownPayment.parse(text(name));
  }

  ExpectedFunding funding(String name) {
    return ExpectedFunding.parse(text(name));
  }

  /** Every value as text, by name. */
  public SortedMap<String, String> texts() {
    return texts;
  }

  private String text(String name) {
    String text = texts.get(name);
    if (text == null) {
      throw new IllegalArgumentException("the strategy does not declare a parameter " + name);
    }
    return text;
  }
}
