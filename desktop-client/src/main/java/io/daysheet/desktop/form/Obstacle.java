package io.daysheet.desktop.form;

import org.jspecify.annotations.Nullable;

/// One thing that is in the way, in words.
///
/// @param code the rule's, or one of the request as such
/// @param jump where it can be seen; null if there is nothing to see
/// @param jumpLabel what the link to it says; null with `jump`
public record Obstacle(String code, String text, @Nullable Jump jump, @Nullable String jumpLabel) {}
