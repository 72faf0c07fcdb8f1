package ballast.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One thing to tell people. Immutable.
 *
 * @param subject what it is about; empty for a digest and a test
 * @param detail what is known, one line; a digest has several
 * @param sinceMillis when the condition was first seen, epoch milliseconds
 * @param atMillis when the notice was made, epoch milliseconds
 * @param count which notice of this condition it is, from 1
 */
public record Notice(
    Kind kind,
    Optional<Subject> subject,
    String detail,
    long sinceMillis,
    long atMillis,
    int count) {
  /** Why there is a notice. */
  public enum Kind {
    /** A condition is new. */
    RAISED,
    /** It still stands. */
    REPEATED,
    /** It is over. */
    RECOVERED,
    /** What the last day was like. */
    DIGEST,
    /** Somebody wants to know whether notices arrive. */
    TEST;

    /** As notices write it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Notice of(Kind kind, Subject subject, String detail, long since, long at, int count) {
    return new Notice(kind, Optional.of(subject), detail, since, at, count);
  }

  /** What the last day was like, in several lines. */
  public static Notice digest(String text, long atMillis) {
    return new Notice(Kind.DIGEST, Optional.empty(), text, atMillis, atMillis, 1);
  }

  /** Shows that notices arrive. */
  public static Notice test(long atMillis) {
    return new Notice(
        Kind.TEST,
        Optional.empty(),
        "a test: notices of this engine arrive here, nothing is wrong",
        atMillis,
        atMillis,
        1);
  }

  /** How soon a person should look. A recovery is as weighty as what it ends. */
  public Severity severity() {
    return subject.map(about -> about.rule().severity()).orElse(Severity.INFO);
  }

  /** The rule's name, or {@code digest} or {@code test}. */
  public String rule() {
    return subject.map(about -> about.rule().text()).orElse(kind.text());
  }

  /** Whose it is; empty for the engine as a whole. */
  public String account() {
    return subject.map(Subject::account).orElse("");
  }

  /** What it is about in a few words: {@code CRITICAL margin-low main}. */
  public String title() {
    return switch (kind) {
      case RAISED, REPEATED -> severity() + " " + subject.orElseThrow();
      case RECOVERED -> "RECOVERED " + subject.orElseThrow();
      case DIGEST -> "Daily digest";
      case TEST -> "Test notice";
    };
  }

  /** Everything in it, for people. */
  public String text() {
    return switch (kind) {
      case RAISED -> detail;
      case REPEATED -> detail + "\nsince " + since() + ", notice " + count;
      case RECOVERED -> "was: " + detail + "\nstood from " + since();
      case DIGEST, TEST -> detail;
    };
  }

  private String since() {
    return Instant.ofEpochMilli(sinceMillis)
        + ", "
        + Spans.text(Duration.ofMillis(atMillis - sinceMillis));
  }
}
