/// What the forms on the board have in common: how a refusal is said, how times are typed and
/// written, and what a form may ask of the board it stands on.
@NullMarked
package io.daysheet.desktop.form;

import org.jspecify.annotations.NullMarked;
