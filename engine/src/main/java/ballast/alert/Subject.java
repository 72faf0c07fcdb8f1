package ballast.alert;

import java.util.Comparator;

/**
 * What a condition is about; notices of one subject are never two alerts.
 *
 * @param account whose it is; empty for the engine as a whole
 */
public record Subject(Rule rule, String account) implements Comparable<Subject> {
  private static final Comparator<Subject> ORDER =
      Comparator.comparing(Subject::rule).thenComparing(Subject::account);

  @Override
  public int compareTo(Subject other) {
    return ORDER.compare(this, other);
  }

  /** Such as {@code margin-low main}, {@code disk-low}. */
  @Override
  public String toString() {
    return account.isEmpty() ? rule.text() : rule.text() + " " + account;
  }
}
