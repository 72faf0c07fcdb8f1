package ballast.simulation;

/** The process died; nothing of it runs on. */
final class Crash extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Crash() {
    super(null, null, false, false);
  }
}
