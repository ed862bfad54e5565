package io.daysheet.server.signin;

import java.util.List;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerMetadataEndpointConfigurer;

/// What the authorization server says of itself (RFC 8414): only what it really does.
final class Metadata {

  private static final List<String> NOT_SERVED =
      List.of(
          "introspection_endpoint",
          "introspection_endpoint_auth_methods_supported",
          "tls_client_certificate_bound_access_tokens",
          "dpop_signing_alg_values_supported");

  private static final List<String> PROOFS =
      List.of("client_secret_basic", "client_secret_post", "private_key_jwt", "none");

  private Metadata() {}

  static void configure(OAuth2AuthorizationServerMetadataEndpointConfigurer endpoint) {
    endpoint.authorizationServerMetadataCustomizer(metadata ->
        metadata
            .grantTypes(types -> {
              types.clear();
              types.addAll(List.of("authorization_code", "refresh_token", "client_credentials"));
            })
            .tokenEndpointAuthenticationMethods(methods -> {
              methods.clear();
              methods.addAll(PROOFS);
            })
            .tokenRevocationEndpointAuthenticationMethods(methods -> {
              methods.clear();
              methods.addAll(PROOFS);
            })
            .claims(claims -> {
              NOT_SERVED.forEach(claims::remove);
              // RFC 9207
              claims.put("authorization_response_iss_parameter_supported", true);
            }));
  }
}
