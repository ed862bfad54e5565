/// The accounts: who signs in, with which roles, at which hospitals, and the proofs that they are
/// who they say: password, second factor, PIN.
///
/// Others ask [Accounts] who somebody is, and [SignIn] whether a password is theirs. Nothing here
/// knows of HTTP or tokens: refusals are values.
@NullMarked
package io.daysheet.server.identity;

import org.jspecify.annotations.NullMarked;
