/// Patients: who is booked.
@NullMarked
package io.daysheet.patient;

import org.jspecify.annotations.NullMarked;
