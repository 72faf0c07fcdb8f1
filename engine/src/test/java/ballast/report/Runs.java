package ballast.report;

import ballast.journal.Intent;
import ballast.strategy.Ratio;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Runs to draw. */
final class Runs {
  static final long START = Rows.NOON;
  private static final long STEP = 60_000;

  private Runs() {}

  /** A line that falls from ten to the value given at its middle and rises again. */
  static Series dip(int points, String lowest) {
    Series.Recorder line = Series.recorder();
    for (int i = 0; i < points; i++) {
      long ten = Ratio.parse("10").e8() + (i % 7) * 1_234_567L;
      line.add(START + i * STEP, i == points / 2 ? Ratio.parse(lowest).e8() : ten);
    }
    return line.series();
  }

  static Course survivor(Series line, String lowest) {
    return new Course(line, Ratio.parse(lowest), OptionalLong.empty());
  }

  static Course liquidated(Series line, long atMillis) {
    return new Course(line, Ratio.parse("1.01"), OptionalLong.of(atMillis));
  }

  static Run run(Course with, Course without, List<Intent> transfers) {
    return texts("Crash", "a note", with, without, transfers);
  }

  /** A run whose every text is the one given. */
  static Run texts(String title, String note, Course with, Course without, List<Intent> transfers) {
    return new Run(
        title,
        note,
        List.of(note),
        List.of(new Figure(note, note)),
        with,
        without,
        with.uniMmr(),
        Optional.of(
            new Band(Ratio.parse("5"), Ratio.parse("7"), Ratio.parse("12"), Ratio.parse("16"))),
        transfers.stream().map(Transfer::of).toList(),
        Optional.of(new Run.Replayed(11_520, 0)),
        Optional.of(new Run.Weight(84_230, 34_560_000)));
  }
}
