/// The rule book. Pure functions over facts; a refusal is a value with a stable code, never prose.
@NullMarked
package io.daysheet.rule;

import org.jspecify.annotations.NullMarked;
