package ballast.journal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A journal's copy in one file, proven whole before it got its name.
 *
 * @param file where it is
 * @param bytes its size
 * @param decisions how many decisions it has
 * @param heads each account's head hash in it, lower-case hex
 * @param archives the journal's archives, which are not in it: to be copied too
 * @param missing archives that are missing or damaged
 */
public record Backup(
    Path file,
    long bytes,
    long decisions,
    Map<String, String> heads,
    List<Path> archives,
    List<Path> missing) {}
