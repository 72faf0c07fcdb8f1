package ballast.notify;

import ballast.alert.Notice;

/** One place where people are told. Used by one thread at a time. */
public interface Channel {
  /** Its name in the configuration. */
  String name();

  /** What it is and where it goes, without anything secret. */
  String describe();

  /** True when it is told of a notice at all. */
  boolean wants(Notice notice);

  /**
   * Sends a notice once, and returns within seconds. Whatever goes wrong is the answer, never an
   * exception.
   */
  Answer send(Notice notice);

  /** How one attempt ended. */
  sealed interface Answer {
    /** The other side took it. */
    record Taken() implements Answer {}

    /**
     * It did not arrive, as far as is known.
     *
     * @param why one line without any address or secret
     * @param again whether another attempt may fare better
     */
    record Failed(String why, boolean again) implements Answer {}
  }
}
