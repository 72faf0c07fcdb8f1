package ballast.journal;

import java.nio.file.Path;
import java.util.Map;

/**
 * A journal's copy in one file, proven whole before it got its name.
 *
 * @param file where it is
 * @param bytes its size
 * @param decisions how many decisions it has
 * @param heads each account's head hash in it, lower-case hex
 */
public record Backup(Path file, long bytes, long decisions, Map<String, String> heads) {}
