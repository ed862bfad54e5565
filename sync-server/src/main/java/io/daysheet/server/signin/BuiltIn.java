package io.daysheet.server.signin;

import io.daysheet.server.identity.ExternalProvider;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/// What is there only while this server signs people in itself, and not with an external OpenID
/// provider.
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Conditional(BuiltIn.WithoutProvider.class)
@interface BuiltIn {

  /// No provider is named.
  final class WithoutProvider implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return !ExternalProvider.isNamed(context.getEnvironment());
    }
  }
}
