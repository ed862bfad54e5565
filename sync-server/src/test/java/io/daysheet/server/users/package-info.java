/// What administrators do with accounts, and everybody with the own.
@NullMarked
package io.daysheet.server.users;

import org.jspecify.annotations.NullMarked;
