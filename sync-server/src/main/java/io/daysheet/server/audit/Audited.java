package io.daysheet.server.audit;

import io.daysheet.wire.AuditAction;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What an endpoint is called in the audit trail. Every endpoint has this or [NotAudited].
///
/// Before an answer leaves, an entry is written with the patients that are in it, or with the code
/// of the refusal.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Audited {

  AuditAction value();

  /// What is answered well has written its entry already, in the transaction of what it did.
  boolean byItself() default false;
}
