/// The desk's connection to the server: commands and questions over REST, changes over a WebSocket.
///
/// What is expected to happen (a refusal, a lost connection) comes as a value, on the executor that
/// was given; nothing here knows the board or a screen.
@NullMarked
package io.daysheet.desktop.remote;

import org.jspecify.annotations.NullMarked;
