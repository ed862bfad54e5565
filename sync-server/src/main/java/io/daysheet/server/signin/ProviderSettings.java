package io.daysheet.server.signin;

import io.daysheet.identity.Role;
import jakarta.validation.constraints.NotBlank;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How the tokens of an external provider are read. A claim is named as the token has it, or by its
/// path: `realm_access.roles`.
///
/// @param rolesClaim holds the roles: a list, or words with spaces between
/// @param roles what a word of that claim makes somebody here; the roles' own names, in any case,
///   need not be listed
/// @param loginClaim finds the account that the hospital keeps of somebody; it must be one that
///   people can't change themselves
/// @param nameClaim what others see
/// @param hospitalsClaim holds the ids of the hospitals of somebody without such an account
@Validated
@ConfigurationProperties("daysheet.signin.provider")
record ProviderSettings(
    @DefaultValue("roles") @NotBlank String rolesClaim,
    @DefaultValue Map<String, Role> roles,
    @DefaultValue("preferred_username") @NotBlank String loginClaim,
    @DefaultValue("name") @NotBlank String nameClaim,
    @Nullable String hospitalsClaim) {}
