/// The patients' records: search, read, register. Others ask [Patients].
@NullMarked
package io.daysheet.server.patient;

import org.jspecify.annotations.NullMarked;
