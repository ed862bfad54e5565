package io.daysheet.desktop.day;

import io.daysheet.hospital.DoctorId;
import java.time.Instant;

/// Where the arrow keys stand: one doctor's column and one start of the grid.
public record SlotCursor(DoctorId doctor, Instant start) {}
