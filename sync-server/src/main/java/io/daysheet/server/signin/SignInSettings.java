package io.daysheet.server.signin;

import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How long a sign-in lasts, and by which name the server gives out its tokens.
///
/// @param issuer the server's address as others know it; without one, the address by which it is
///   asked stands in the metadata
/// @param audience what a token has to be meant for
/// @param accessToken how long an access token is good
/// @param code how long a desk has to exchange the code that the browser brought it
/// @param idle after this long without a refresh a desk's session is over
/// @param day after this long a desk's session is over in any case
/// @param keyRotation how long a key signs new tokens
@Validated
@ConfigurationProperties("daysheet.signin")
record SignInSettings(
    @Nullable URI issuer,
    @DefaultValue("daysheet") @NotBlank String audience,
    @DefaultValue("5m") Duration accessToken,
    @DefaultValue("1m") Duration code,
    @DefaultValue("15m") Duration idle,
    @DefaultValue("12h") Duration day,
    @DefaultValue("90d") Duration keyRotation) {}
