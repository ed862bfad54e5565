/// The accounts: who signs in, with which roles, at which hospitals. Others ask [Accounts].
@NullMarked
package io.daysheet.server.identity;

import org.jspecify.annotations.NullMarked;
