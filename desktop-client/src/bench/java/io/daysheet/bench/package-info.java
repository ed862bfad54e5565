/// The bench: each work beside its yardstick in one run, on one machine, and one table at the end.
///
/// Machines differ and are noisy, so a figure alone says nothing: what counts is the ratio. Runs of
/// both sides alternate, and the medians are told.
@NullMarked
package io.daysheet.bench;

import org.jspecify.annotations.NullMarked;
