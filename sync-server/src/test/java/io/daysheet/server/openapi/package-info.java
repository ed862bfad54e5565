/// The API's document, read.
@NullMarked
package io.daysheet.server.openapi;

import org.jspecify.annotations.NullMarked;
