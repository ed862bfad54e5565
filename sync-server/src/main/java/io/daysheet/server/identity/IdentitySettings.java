package io.daysheet.server.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// What the start line says about the accounts.
@Component
class IdentitySettings {

  private static final String RESET = "daysheet.identity.reset-password";

  private final Environment environment;

  IdentitySettings(Environment environment) {
    this.environment = environment;
  }

  /// The login of the account that gets a one-time password at this start; null for none.
  @Nullable String resetPassword() {
    return environment.getProperty(RESET);
  }

  /// Whether somebody else checks who signs in.
  boolean hasExternalProvider() {
    return ExternalProvider.isNamed(environment);
  }
}
