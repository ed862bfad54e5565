package io.daysheet.server.signin;

import io.daysheet.identity.Role;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
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
/// @param deskClientId as which client a desk comes to the provider: a public one, with PKCE and a
///   redirect to `http://127.0.0.1/signed-in` with any port
/// @param deskScopes what a desk asks for; `openid` lets it check that the answer is to its own
///   question, and some providers give nothing to renew a token with unless it asks for
///   `offline_access`
/// @param hospitalsClaim holds the ids of the hospitals of somebody without such an account
@Validated
@ConfigurationProperties("daysheet.signin.provider")
record ProviderSettings(
    @DefaultValue("roles") @NotBlank String rolesClaim,
    @DefaultValue Map<String, Role> roles,
    @DefaultValue("preferred_username") @NotBlank String loginClaim,
    @DefaultValue("name") @NotBlank String nameClaim,
    @DefaultValue("daysheet-desk") @NotBlank String deskClientId,
    @DefaultValue("openid") List<@NotBlank String> deskScopes,
    @Nullable String hospitalsClaim) {}
