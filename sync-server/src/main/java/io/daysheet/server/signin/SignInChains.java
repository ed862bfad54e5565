package io.daysheet.server.signin;

import io.daysheet.server.access.Tokens;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.HeaderWriterFilter;

/// Which requests need what: the API a token, the authorization server what its protocol says.
@Configuration(proxyBeanMethods = false)
class SignInChains {

  static final String AUTHORIZE = "/oauth2/authorize";
  static final String TOKEN = "/oauth2/token";
  static final String REVOKE = "/oauth2/revoke";
  static final String LOGIN = "/login";

  private static final String[] SERVER = {
    AUTHORIZE, TOKEN, REVOKE, "/oauth2/jwks", "/.well-known/oauth-authorization-server"
  };

  /// What is open to all: whether the server is well, and how its API is used, which holds nobody's
  /// data and tells how to sign in.
  private static final String[] OPEN = {
    "/actuator/health/**", "/v3/api-docs", "/v3/api-docs/**", "/docs", "/docs/**", "/swagger-ui/**"
  };

  /// Nobody reads them yet, and observing each filter of each request costs.
  @Bean
  SecurityObservationSettings noObservations() {
    return SecurityObservationSettings.noObservations();
  }

  /// Where to sign in is open to all.
  @Bean
  @Order(5)
  SecurityFilterChain whereToSignIn(HttpSecurity http, ResourceMetadata metadata) {
    return http.securityMatcher(metadata.matcher())
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .addFilterBefore(metadata.filter(), AnonymousAuthenticationFilter.class)
        .authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
        .build();
  }

  /// The authorization server: OAuth 2.0 with what this installation needs of it, and no more.
  @Bean
  @Order(10)
  @BuiltIn
  SecurityFilterChain authorizationServer(
      HttpSecurity http,
      Clients clients,
      Sessions sessions,
      SignInSettings settings,
      OAuth2TokenGenerator<?> generator,
      ClientProof proof,
      BrowserSignIn browser,
      Refusals refusals,
      TokenRefusals tokenRefusals,
      Clock clock) {
    var login = new LoginUrlAuthenticationEntryPoint(LOGIN);
    return http.securityMatcher(SERVER)
        .addFilterBefore(new FailureFilter(refusals), HeaderWriterFilter.class)
        .with(
            new OAuth2AuthorizationServerConfigurer(),
            server ->
                server
                    .registeredClientRepository(clients)
                    .authorizationService(sessions)
                    .authorizationServerSettings(serverSettings(settings))
                    .tokenGenerator(generator)
                    .clientAuthentication(proof::configure)
                    .authorizationEndpoint(authorize ->
                        authorize
                            .authenticationProviders(providers ->
                                providers.forEach(provider -> codes(provider, settings, clock)))
                            .authorizationResponseHandler(browser::sendCode)
                            .errorResponseHandler(browser::sendError))
                    .tokenEndpoint(token ->
                        token
                            .accessTokenRequestConverter(new AllScopesByDefault())
                            .errorResponseHandler(tokenRefusals))
                    .authorizationServerMetadataEndpoint(Metadata::configure))
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .requestCache(cache -> cache.requestCache(browser.wishes()))
        .exceptionHandling(refused ->
            refused.authenticationEntryPoint((request, response, missing) -> {
              if (request.getRequestURI().equals(AUTHORIZE)) {
                login.commence(request, response, missing);
              } else {
                noClient(response);
              }
            }))
        .build();
  }

  /// The pages on which people sign in: the only place with a session, and so with the danger that
  /// another site sends a form.
  @Bean
  @Order(20)
  @BuiltIn
  SecurityFilterChain login(HttpSecurity http, Refusals refusals) {
    return http.securityMatcher(LOGIN, LOGIN + "/*")
        .addFilterBefore(new FailureFilter(refusals), HeaderWriterFilter.class)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        // a form of a session that is over: from the beginning
        .exceptionHandling(refused ->
            refused.accessDeniedHandler((_, response, _) -> response.sendRedirect(LOGIN)))
        .build();
  }

  /// RFC 6749, section 5.2.
  private static void noClient(HttpServletResponse response) throws IOException {
    response.setStatus(HttpStatus.UNAUTHORIZED.value());
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.getWriter().write("{\"error\":\"invalid_client\"}");
  }

  private static void codes(
      AuthenticationProvider provider, SignInSettings settings, InstantSource clock) {
    if (provider instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider requests) {
      requests.setAuthorizationCodeGenerator(_ -> {
        Instant now = clock.instant();
        return new OAuth2AuthorizationCode(Secrets.make(), now, now.plus(settings.code()));
      });
    }
  }

  private static AuthorizationServerSettings serverSettings(SignInSettings settings) {
    var server = AuthorizationServerSettings.builder();
    if (settings.issuer() != null) {
      server.issuer(settings.issuer().toString());
    }
    return server.build();
  }

  @Bean
  @BuiltIn
  OAuth2TokenGenerator<?> tokenGenerator(
      SigningKeys keys, AccessTokenClaims claims, SignInSettings settings, Clock clock) {
    var access = new JwtGenerator(new NimbusJwtEncoder(keys));
    access.setJwtCustomizer(claims);
    access.setClock(clock);
    return new DelegatingOAuth2TokenGenerator(access, new RefreshTokens(settings, clock));
  }

  /// Everything that no other chain takes. There are no cookies here, so no other site can make a
  /// browser send a request in somebody's name, and no session, so nothing that would look for one.
  @Bean
  @Order(100)
  SecurityFilterChain api(HttpSecurity http, Tokens tokens, Refusals refusals) {
    return http.csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .securityContext(AbstractHttpConfigurer::disable)
        .headers(headers -> headers.withObjectPostProcessor(headersAtOnce()))
        .addFilterBefore(new FailureFilter(refusals), HeaderWriterFilter.class)
        .addFilterBefore(new TokenFilter(tokens, refusals), AnonymousAuthenticationFilter.class)
        .authorizeHttpRequests(requests ->
            requests
                .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                .permitAll()
                .requestMatchers(OPEN)
                .permitAll()
                .anyRequest()
                .authenticated())
        .exceptionHandling(refused ->
            refused
                .authenticationEntryPoint(
                    (request, response, _) -> refusals.unauthenticated(request, response, "Bearer"))
                .accessDeniedHandler(
                    (request, response, _) -> refusals.forbidden(request, response)))
        .build();
  }

  /// Sets the security headers before the endpoint is asked instead of watching for the first byte
  /// of its answer, which takes a wrapping of each request and answer. An endpoint that sets one of
  /// them itself still has the last word.
  private static ObjectPostProcessor<HeaderWriterFilter> headersAtOnce() {
    return new ObjectPostProcessor<>() {
      @Override
      public <F extends HeaderWriterFilter> F postProcess(F filter) {
        filter.setShouldWriteHeadersEagerly(true);
        return filter;
      }
    };
  }
}
