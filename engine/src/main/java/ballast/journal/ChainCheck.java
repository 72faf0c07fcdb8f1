package ballast.journal;

import java.util.List;
import java.util.Map;

/**
 * What checking the hash chains found.
 *
 * @param links rows checked
 * @param breaks one line for each account whose chain is broken: where and how
 * @param heads each account's head hash, lower-case hex
 */
public record ChainCheck(long links, List<String> breaks, Map<String, String> heads) {}
