/// Tests of the replica, and the small worlds that they are run in.
@NullMarked
package io.daysheet.desktop.board;

import org.jspecify.annotations.NullMarked;
