/// What every booking asks about and seldom changes, kept in the node.
@NullMarked
package io.daysheet.server.reference;

import org.jspecify.annotations.NullMarked;
