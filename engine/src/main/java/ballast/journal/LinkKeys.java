package ballast.journal;

/**
 * The keys of an account's links: account id × 10^12 + sequence, which people can read.
 *
 * @param account the account's id in the store
 */
record LinkKeys(long account) {
  private static final long ACCOUNT = 1_000_000_000_000L;

  long of(long sequence) {
    return account * ACCOUNT + sequence;
  }

  /** No link of the account has a greater key. */
  long last() {
    return of(ACCOUNT - 1);
  }

  static long account(long link) {
    return link / ACCOUNT;
  }

  static long sequence(long link) {
    return link % ACCOUNT;
  }
}
