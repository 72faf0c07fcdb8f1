package ballast.venue;

import java.util.function.Function;

/**
 * The answer to a question that may fail for reasons one must expect: a value, or why there is
 * none.
 */
public sealed interface Reading<T> {
  /** The exchange answered, completely and plausibly. */
  record Got<T>(T value) implements Reading<T> {}

  /** There is no value; nothing may be guessed in its place. */
  record Failed<T>(VenueFailure failure) implements Reading<T> {}

  static <T> Reading<T> of(T value) {
    return new Got<>(value);
  }

  static <T> Reading<T> failed(VenueFailure.Kind kind, String detail) {
    return new Failed<>(new VenueFailure(kind, detail));
  }

  /**
   * The value.
   *
   * @throws IllegalStateException when there is none; ask for {@link Failed} first
   */
  default T value() {
    if (this instanceof Got<T> got) {
      return got.value;
    }
    throw new IllegalStateException(
        "a failed reading has no value: " + ((Failed<T>) this).failure());
  }

  /** One of two results, by which it is. */
  default <R> R match(
      Function<? super T, ? extends R> got, Function<VenueFailure, ? extends R> failed) {
    return this instanceof Got<T> some
        ? got.apply(some.value)
        : failed.apply(((Failed<T>) this).failure());
  }
}
