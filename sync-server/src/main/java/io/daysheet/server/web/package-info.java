/// What every endpoint shares: JSON, the error contract, headers, pages. Controllers stand with
/// their capability.
@NullMarked
package io.daysheet.server.web;

import org.jspecify.annotations.NullMarked;
