package ballast.report;

/**
 * One figure of a summary: its name and its value as people read it.
 *
 * @param name such as {@code ticks}
 * @param value such as {@code 11,520}
 */
public record Figure(String name, String value) {}
