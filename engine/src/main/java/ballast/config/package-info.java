/** Records read once from strict YAML, validated whole, printable without secrets. */
@NullMarked
package ballast.config;

import org.jspecify.annotations.NullMarked;
