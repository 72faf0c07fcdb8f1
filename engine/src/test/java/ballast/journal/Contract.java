package ballast.journal;

/** What each part of the contract of a journal is held against. */
interface Contract {
  long NOW = Ticks.START;
  long DAY = 86_400_000L;

  /** The account {@code main}, of which nothing is in its journal but that it was adopted. */
  KeptAccount account();

  default Journal journal() {
    return account().journal();
  }
}
