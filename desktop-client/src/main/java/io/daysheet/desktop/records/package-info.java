/// Patients' records: searched, registered, changed and merged, each with its visits.
@NullMarked
package io.daysheet.desktop.records;

import org.jspecify.annotations.NullMarked;
