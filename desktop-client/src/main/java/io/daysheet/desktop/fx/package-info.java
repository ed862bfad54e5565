/// What every screen needs of JavaFX and no screen is about: fonts, themes, loading FXML, texts,
/// and the one door to the FX thread.
///
/// It is the desk's only generic package. It knows no doctor and no appointment.
@NullMarked
package io.daysheet.desktop.fx;

import org.jspecify.annotations.NullMarked;
