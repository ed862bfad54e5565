/// Sign-in: gives out tokens to desks and programs (OAuth 2.0), and tells from a token who asks.
/// Others ask [io.daysheet.server.access.Tokens], or take the caller as an argument.
@NullMarked
package io.daysheet.server.signin;

import org.jspecify.annotations.NullMarked;
