package ballast.journal;

/**
 * When an H2 file is worth being written anew. While it is open it grows by some kilobytes with
 * each commit, of which some hundred bytes are data, because a block is not used again while any
 * page in it counts; written anew it is as large as its data. Bytes throughout; for one thread.
 */
final class Growth {
  private static final long MEBIBYTE = 1L << 20;

  private final long least;
  private final long by;
  private final long most;
  private long whole;

  /**
   * @param least a smaller file is not worth the while
   * @param by how much it may grow while it is open
   * @param most what it may have held when it was last whole; for a larger one whoever waits for
   *     the journal would wait too long
   */
  Growth(long least, long by, long most) {
    this.least = least;
    this.by = by;
    this.most = most;
  }

  /** Of a journal as it ships: some ten megabytes are written anew in a second or two. */
  static Growth standard() {
    return new Growth(MEBIBYTE, 16 * MEBIBYTE, 64 * MEBIBYTE);
  }

  /** The file is as small as it gets, or was just opened. */
  void isWhole(long bytes) {
    whole = bytes;
  }

  /** While it is open. */
  boolean isDue(long bytes) {
    return whole <= most && bytes - whole >= by;
  }

  /** When nobody needs it any more. */
  boolean isWorthwhile(long bytes) {
    return whole <= most && bytes >= least;
  }
}
