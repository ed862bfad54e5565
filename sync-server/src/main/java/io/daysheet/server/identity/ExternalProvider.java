package io.daysheet.server.identity;

import org.springframework.core.env.Environment;

/// The OpenID provider that signs people in instead of this server, if one is named.
public final class ExternalProvider {

  public static final String ISSUER = "spring.security.oauth2.resourceserver.jwt.issuer-uri";

  private ExternalProvider() {}

  public static boolean isNamed(Environment environment) {
    return !environment.getProperty(ISSUER, "").isBlank();
  }
}
