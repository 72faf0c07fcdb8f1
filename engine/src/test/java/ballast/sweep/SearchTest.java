package ballast.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The search itself, on candidates that are plain numbers. */
class SearchTest {
  private static final List<Integer> NUMBERS = IntStream.range(0, 500).boxed().toList();

  private static <R> Search<Integer, R> search(Comparator<R> better, int threads) {
    return new Search<>(better, threads, () -> {});
  }

  @Test
  void ranksAlikeOnAnyNumberOfThreads() {
    List<Trial<Integer, Integer>> rounds = List.of(number -> number % 7, number -> number % 11);
    Ranking<Integer, Integer> alone =
        search(Comparator.<Integer>naturalOrder(), 1).rank(NUMBERS, rounds);
    for (int threads = 2; threads <= 8; threads *= 2) {
      assertThat(search(Comparator.<Integer>naturalOrder(), threads).rank(NUMBERS, rounds))
          .isEqualTo(alone);
    }
  }

  @Test
  void breaksTiesByTheCandidatesThemselves() {
    Ranking<Integer, Integer> ranking =
        search(Comparator.<Integer>naturalOrder(), 4).rank(NUMBERS, List.of(number -> number % 2));
    assertThat(ranking.ranked().subList(0, 250)).extracting(Ranking.Ranked::candidate).isSorted();
    assertThat(ranking.best().candidate()).isZero();
  }

  @Test
  void halvingLeavesTheWorseHalfBehindInEveryRound() {
    AtomicInteger trials = new AtomicInteger();
    Trial<Integer, Integer> trial = number -> Math.abs(number - 321);
    Ranking<Integer, Integer> ranking =
        new Search<Integer, Integer>(Comparator.naturalOrder(), 2, trials::incrementAndGet)
            .rank(NUMBERS, List.of(trial, trial, trial));
    assertThat(ranking.dropped()).containsExactly(250, 125);
    assertThat(ranking.ranked()).hasSize(125);
    assertThat(ranking.best().candidate()).isEqualTo(321);
    assertThat(trials.get()).isEqualTo(500 + 250 + 125);
    assertThat(Search.trials(500, 3)).isEqualTo(trials.get());
  }

  @Test
  void passesOnWhatATrialThrows() {
    Trial<Integer, Integer> broken =
        number -> {
          throw new ArithmeticException("at " + number);
        };
    assertThatThrownBy(
            () -> search(Comparator.<Integer>naturalOrder(), 1).rank(List.of(7), List.of(broken)))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("at 7");
  }
}
