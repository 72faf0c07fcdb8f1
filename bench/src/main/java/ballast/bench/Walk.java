package ballast.bench;

/** One contender, ready to walk the series of {@link MinuteYear} from end to end. */
interface Walk {
  /** Walks it once; how often it moved or traded, so that there is a result to look at. */
  long walk();
}
