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

/// What is there only where an external OpenID provider signs people in.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(Provided.WithProvider.class)
@interface Provided {

  /// A provider is named.
  final class WithProvider implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return ExternalProvider.isNamed(context.getEnvironment());
    }
  }
}
