package io.daysheet.server.access;

import io.daysheet.identity.Right;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The right that an endpoint needs. Without one it is refused to everybody, and fails a test.
///
/// It says who may come in at all; how much they see there is their [Sight].
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {
  Right value();
}
