/// The hospitals, doctors, patients and visits that one tries Daysheet out with.
@NullMarked
package io.daysheet.server.demo;

import org.jspecify.annotations.NullMarked;
