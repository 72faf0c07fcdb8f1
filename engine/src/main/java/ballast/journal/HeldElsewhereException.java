package ballast.journal;

/**
 * Another engine has the account, so this one may write nothing for it; what it was about to write
 * is not written. Not a failure of the journal.
 */
public final class HeldElsewhereException extends JournalException {
  private static final long serialVersionUID = 1L;

  HeldElsewhereException(Lease lease) {
    super(
        lease.over()
            ? lease.account() + " was given up by this engine: its lease was taken and ran out"
            : lease.describe() + ": this engine may not move it");
  }
}
