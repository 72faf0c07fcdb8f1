package ballast.sweep;

/**
 * Tells how a candidate fares. Called from several threads at once, each with other candidates;
 * must give the same answer whenever it is asked.
 *
 * @param <C> what is tried
 * @param <R> what came of it
 */
@FunctionalInterface
public interface Trial<C, R> {
  R of(C candidate);
}
