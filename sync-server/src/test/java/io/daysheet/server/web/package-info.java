/// The error contract, tried.
@NullMarked
package io.daysheet.server.web;

import org.jspecify.annotations.NullMarked;
