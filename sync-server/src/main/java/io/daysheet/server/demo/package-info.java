/// The hospitals, doctors, patients, visits and accounts that one tries Daysheet out with.
@NullMarked
package io.daysheet.server.demo;

import org.jspecify.annotations.NullMarked;
