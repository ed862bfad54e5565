/// Signs in as desks and programs do, and as those who try to get in without.
@NullMarked
package io.daysheet.server.signin;

import org.jspecify.annotations.NullMarked;
