package ballast.cli;

import ballast.journal.Journal;
import ballast.journal.JournalException;
import ballast.web.ControlClient;
import java.io.IOException;
import java.util.List;
import java.util.function.ToIntFunction;

/** How a command reaches a journal; the user sees no difference between the ways. */
interface JournalAccess {
  /**
   * Runs some work on the journal.
   *
   * @return the work's exit code, wherever it ran
   */
  int with(JournalPlace place, ToIntFunction<Journal> work);

  /** Opens the journal; where a running engine holds it, that engine runs the same command line. */
  record Own(Wiring wiring, Terminal terminal, List<String> arguments) implements JournalAccess {
    @Override
    public int with(JournalPlace place, ToIntFunction<Journal> work) {
      Journal opened;
      try {
        opened = wiring.openJournal(place);
      } catch (JournalException e) {
        if (e.locked() && ControlClient.isAnnounced(place.directory())) {
          return forward(place, e);
        }
        throw e;
      }
      try (Journal journal = opened) {
        return work.applyAsInt(journal);
      }
    }

    private int forward(JournalPlace place, JournalException locked) {
      try {
        return ControlClient.run(
            place.directory(), terminal.directory(), arguments, terminal.out(), terminal.err());
      } catch (IOException e) {
        throw new JournalException(
            locked.getMessage() + " (its control endpoint did not answer: " + e.getMessage() + ")",
            e);
      }
    }
  }

  /** Inside a running engine: its own open journal. */
  record Held(Journal journal) implements JournalAccess {
    @Override
    public int with(JournalPlace place, ToIntFunction<Journal> work) {
      return work.applyAsInt(journal);
    }
  }
}
