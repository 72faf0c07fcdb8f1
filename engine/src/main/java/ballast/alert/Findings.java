package ballast.alert;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an observation says of every subject: it stands, with a detail; or nothing can be said; or,
 * where it is in neither, that all is well. Immutable.
 *
 * @param standing each condition, described in one line
 * @param elsewhere accounts that another engine keeps and tells of
 * @param unknown of what nothing can be said now
 * @param blind true when nothing can be said of anything that does not stand
 */
public record Findings(
    Map<Subject, String> standing, Set<String> elsewhere, Set<Subject> unknown, boolean blind) {
  public Findings {
    standing = Collections.unmodifiableMap(new TreeMap<>(standing));
    elsewhere = Set.copyOf(elsewhere);
    unknown = Set.copyOf(unknown);
  }

  boolean isUnknown(Subject subject) {
    return blind || unknown.contains(subject);
  }
}
