package io.daysheet.server.signin;

import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2ClientAuthenticationConfigurer;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.stereotype.Component;

/// How a client proves which one it is: a program by its secret or by what it signs, a desk by the
/// token or the code that it has.
@Component
class ClientProof {

  private final Clients clients;
  private final Assertions assertions;
  private final TokenRefusals refusals;

  ClientProof(Clients clients, Assertions assertions, TokenRefusals refusals) {
    this.clients = clients;
    this.assertions = assertions;
    this.refusals = refusals;
  }

  void configure(OAuth2ClientAuthenticationConfigurer proofs) {
    var desk = new DeskProof(clients.desk());
    proofs
        .errorResponseHandler(refusals)
        .authenticationConverters(converters -> converters.addFirst(desk))
        .authenticationProviders(providers -> {
          providers.addFirst(desk);
          for (var provider : providers) {
            if (provider instanceof ClientSecretAuthenticationProvider secrets) {
              secrets.setPasswordEncoder(new Secrets.Encoder());
            } else if (provider instanceof JwtClientAssertionAuthenticationProvider signed) {
              signed.setJwtDecoderFactory(assertions);
            }
          }
        });
  }
}
