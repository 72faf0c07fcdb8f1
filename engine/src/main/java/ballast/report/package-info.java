/** Journal to tables to text, CSV, JSON and HTML; and one page that tells a whole run. */
@NullMarked
package ballast.report;

import org.jspecify.annotations.NullMarked;
