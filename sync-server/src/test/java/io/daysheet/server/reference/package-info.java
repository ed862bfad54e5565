/// What is kept in the node, and for how long it is believed.
@NullMarked
package io.daysheet.server.reference;

import org.jspecify.annotations.NullMarked;
