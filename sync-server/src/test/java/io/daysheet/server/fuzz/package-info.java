/// Requests that nobody who means well would send, made from the API's own document.
@NullMarked
package io.daysheet.server.fuzz;

import org.jspecify.annotations.NullMarked;
