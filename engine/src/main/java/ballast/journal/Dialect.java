package ballast.journal;

/** Where H2 and PostgreSQL must be spoken to differently. */
enum Dialect {
  /** Embedded: this process is the only one, so accounts may share a commit. */
  H2(true) {
    @Override
    String insertUnlessThere(String table, String columns, String key, String values) {
      return "MERGE INTO " + table + " (" + columns + ") KEY (" + key + ") VALUES (" + values + ")";
    }

    @Override
    void harden(Session session) {
      // a commit alone reaches the operating system, this reaches the disk
      session.sql("CHECKPOINT SYNC").run();
    }
  },
  /** Shared: a commit holds one account's lock only, so that two nodes cannot wait in a ring. */
  POSTGRES(false) {
    @Override
    String insertUnlessThere(String table, String columns, String key, String values) {
      return "INSERT INTO "
          + table
          + " ("
          + columns
          + ") VALUES ("
          + values
          + ") ON CONFLICT ("
          + key
          + ") DO NOTHING";
    }

    @Override
    void harden(Session session) {
      // a commit is durable
    }
  };

  private final boolean accountsShareCommit;

  Dialect(boolean accountsShareCommit) {
    this.accountsShareCommit = accountsShareCommit;
  }

  boolean accountsShareCommit() {
    return accountsShareCommit;
  }

  /** True when no other process can have the database open. */
  boolean isEmbedded() {
    return this == H2;
  }

  /** An insert that leaves a row of the same key as it is: such rows are equal by content. */
  abstract String insertUnlessThere(String table, String columns, String key, String values);

  /** Makes what was committed outlive a power cut. */
  abstract void harden(Session session);
}
