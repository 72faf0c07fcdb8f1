/**
 * What a policy would make of an account, as it stands now, in the crashes and the calm that are
 * shipped, and how little must change where it fails. Pure: what is known of the account is handed
 * in.
 */
@NullMarked
package ballast.stress;

import org.jspecify.annotations.NullMarked;
