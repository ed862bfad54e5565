package io.daysheet.server.signin;

import io.daysheet.identity.Right;
import io.daysheet.server.identity.ExternalProvider;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.server.resource.OAuth2ProtectedResourceMetadata;
import org.springframework.security.oauth2.server.resource.OAuth2ProtectedResourceMetadataClaimNames;
import org.springframework.security.oauth2.server.resource.web.OAuth2ProtectedResourceMetadataFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/// Says where this server's people and programs sign in (RFC 9728): with itself or with an external
/// provider. A desk is told as which client it has to come there, and what to ask for.
@Component
class ResourceMetadata {

  /// Ours, beside those of the standard.
  static final String DESK = "daysheet_desk";

  private static final String PATH = "/.well-known/oauth-protected-resource";

  private final @Nullable String address;
  private final @Nullable String provider;
  private final Map<String, Object> desk;

  ResourceMetadata(Environment environment, SignInSettings settings, ProviderSettings providers) {
    URI issuer = settings.issuer();
    this.address = issuer == null ? null : issuer.toString();
    boolean isProvided = ExternalProvider.isNamed(environment);
    this.provider =
        isProvided ? environment.getRequiredProperty(ExternalProvider.ISSUER).strip() : null;
    this.desk =
        Map.of(
            "client_id", isProvided ? providers.deskClientId() : Clients.DESK,
            "scopes", isProvided ? providers.deskScopes() : List.of());
  }

  RequestMatcher matcher() {
    return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, PATH);
  }

  OAuth2ProtectedResourceMetadataFilter filter() {
    var filter = new OAuth2ProtectedResourceMetadataFilter();
    filter.setProtectedResourceMetadataCustomizer(this::describe);
    return filter;
  }

  private void describe(OAuth2ProtectedResourceMetadata.Builder metadata) {
    Right.scopes().forEach(metadata::scope);
    metadata.claims(claims -> {
      if (address != null) {
        claims.put(OAuth2ProtectedResourceMetadataClaimNames.RESOURCE, address);
      }
      Object own = claims.get(OAuth2ProtectedResourceMetadataClaimNames.RESOURCE);
      claims.put(
          OAuth2ProtectedResourceMetadataClaimNames.AUTHORIZATION_SERVERS,
          List.of(provider == null ? own : provider));
      claims.remove(
          OAuth2ProtectedResourceMetadataClaimNames.TLS_CLIENT_CERTIFICATE_BOUND_ACCESS_TOKENS);
      claims.put(DESK, desk);
    });
  }
}
