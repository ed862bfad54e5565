/// Patients at the desk: finding one in a few letters, registering a new one.
@NullMarked
package io.daysheet.desktop.patients;

import org.jspecify.annotations.NullMarked;
