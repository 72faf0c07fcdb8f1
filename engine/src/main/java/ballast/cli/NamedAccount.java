package ballast.cli;

import ballast.journal.JournalReader;
import java.util.List;
import java.util.Optional;

/** An account that somebody named, looked for in a journal. */
final class NamedAccount {
  private NamedAccount() {}

  /** One plain line where the journal does not have it; empty when it does. */
  static Optional<String> objection(JournalReader journal, String name) {
    List<String> accounts = journal.accounts();
    if (accounts.contains(name)) {
      return Optional.empty();
    }
    return Optional.of(
        accounts.isEmpty()
            ? "the journal has no account yet"
            : "the journal has no account " + name + "; it has " + String.join(", ", accounts));
  }

  /**
   * @throws Failure with {@link ExitCode#USAGE} where the journal does not have it
   */
  static void require(JournalReader journal, String name) {
    objection(journal, name)
        .ifPresent(
            why -> {
              throw new Failure(ExitCode.USAGE, why);
            });
  }
}
