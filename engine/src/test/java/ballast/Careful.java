package ballast;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads a text that may be anything: the outcome is a value or the refusal that its reader
 * documents, within a second of work. Whatever else is thrown, passes on.
 */
public final class Careful {
  /** A second; more only where every class is instrumented as it is loaded. */
  private static final long LONGEST_NANOS =
      1_000_000L * Long.getLong("ballast.longest.millis", 1_000);

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Careful() {}

  /** Something that reads and may refuse. */
  public interface Reader<T> {
    T read(String text) throws Exception;
  }

  /** The value; empty when the text was refused in one of the documented ways. */
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is only read
  public static <T> Optional<T> read(
      String text, Reader<T> reader, Class<? extends Exception>... refusals) {
    long begun = THREADS.getCurrentThreadCpuTime();
    Optional<T> value = valueOrRefused(text, reader, List.of(refusals));
    if (THREADS.getCurrentThreadCpuTime() - begun > LONGEST_NANOS) {
      throw new AssertionError("too much work for " + shown(text));
    }
    return value;
  }

  private static <T> Optional<T> valueOrRefused(
      String text, Reader<T> reader, List<Class<? extends Exception>> refusals) {
    try {
      return Optional.of(reader.read(text));
    } catch (Exception refusal) {
      String message = String.valueOf(refusal.getMessage());
      if (!refusals.contains(refusal.getClass()) || message.isBlank()) {
        throw new AssertionError("thrown for " + shown(text), refusal);
      }
      return Optional.empty();
    } catch (StackOverflowError | OutOfMemoryError e) {
      throw new AssertionError("thrown for " + shown(text), e);
    }
  }

  /** Fit for a log line and a terminal. */
  public static void plainLine(String line) {
    if (line.chars().anyMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029)) {
      throw new AssertionError("not one plain line: " + shown(line));
    }
  }

  /** Feeds all; the first that fails is shown with its text. */
  public static long count(List<String> texts, Function<String, Boolean> reads) {
    return texts.stream().filter(reads::apply).count();
  }

  /** A text for a message, on one line. */
  public static String shown(String text) {
    StringBuilder line = new StringBuilder();
    String bounded = text.length() <= 2_000 ? text : text.substring(0, 2_000) + "…";
    bounded
        .chars()
        .forEach(
            c ->
                line.append(c < 32 || c > 126 ? "\\u%04x".formatted(c) : String.valueOf((char) c)));
    return line.toString();
  }
}
