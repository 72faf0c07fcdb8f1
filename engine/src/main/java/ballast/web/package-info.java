/**
 * What a running engine answers over HTTP: the control endpoint, health and metrics, and pages to
 * look at. Read-only but for operator acts, which come by the control endpoint alone.
 */
@NullMarked
package ballast.web;

import org.jspecify.annotations.NullMarked;
