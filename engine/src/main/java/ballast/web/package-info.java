/**
 * What a running engine answers on loopback: the control endpoint and pages to look at. Read-only
 * but for operator acts.
 */
@NullMarked
package ballast.web;

import org.jspecify.annotations.NullMarked;
