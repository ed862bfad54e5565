/// The day board: a hospital's opening hours with one column per doctor, and what stands around it.
///
/// Everything named `…ViewModel` and the plain records beside it know no node, so they are tested
/// without a screen. CalendarFX is used here and nowhere else: each doctor's column is one of its
/// day views, in which visits and holds are its entries; where they stand is decided by [TimeAxis],
/// by instants, because CalendarFX places by wall-clock times and loses the hour that happens
/// twice.
@NullMarked
package io.daysheet.desktop.day;

import org.jspecify.annotations.NullMarked;
