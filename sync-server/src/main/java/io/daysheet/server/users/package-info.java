/// Accounts over HTTP: what an administrator does with all of them, and everybody with the own.
@NullMarked
package io.daysheet.server.users;

import org.jspecify.annotations.NullMarked;
