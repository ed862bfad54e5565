package io.daysheet.server.transport;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How much one may ask for. The defaults stop programs that have lost their way and people who
/// guess, and nobody who works: a whole hospital may come from one address, and a program may book
/// as fast as the database can write.
///
/// @param body the largest body of a request
/// @param address everything from one network address
/// @param signIn asking for tokens, and signing in, from one address
@ConfigurationProperties("daysheet.limits")
record LimitSettings(
    @DefaultValue("1MB") DataSize body,
    @DefaultValue("6000/s, 12000 at once") Rate address,
    @DefaultValue("10/s, 200 at once") Rate signIn) {}
