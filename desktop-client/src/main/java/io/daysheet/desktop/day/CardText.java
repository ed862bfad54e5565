package io.daysheet.desktop.day;

import org.jspecify.annotations.Nullable;

/// The words and icons of one card, long and short; which of them stand on it depends on its size.
///
/// @param style the style class that colours it
/// @param leadIcon an icon before the name; only holds have one
/// @param name family name first, since a narrow card cuts the end
/// @param shortName for a card of one line
/// @param time the start on the hospital's clock; empty where `detail` says it
/// @param detail the type of the visit, or what is wrong with it
/// @param detailMatters `detail` is a warning and goes before the type
/// @param status the word for how far it has come
/// @param spoken all of it, for a screen reader
record CardText(
    String style,
    @Nullable String leadIcon,
    String name,
    String shortName,
    String time,
    @Nullable String detailIcon,
    String detail,
    String shortDetail,
    boolean detailMatters,
    @Nullable String statusIcon,
    String status,
    String shortStatus,
    String spoken) {

  /// The detail for a narrow card: a warning keeps its whole words, a type has a short one.
  String narrowDetail() {
    return detailMatters ? detail : shortDetail;
  }
}
