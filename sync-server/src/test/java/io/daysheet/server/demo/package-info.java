/// The demo's data keeps to the rules.
@NullMarked
package io.daysheet.server.demo;

import org.jspecify.annotations.NullMarked;
