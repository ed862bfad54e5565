/// The desk: the program that a receptionist or scheduler has open all day.
///
/// Here everything is wired by hand, once; the screens, the replica of the server's schedule and
/// the connection live in the packages below.
@NullMarked
package io.daysheet.desktop;

import org.jspecify.annotations.NullMarked;
