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
/// @param person everything that one account asks at a desk
/// @param personSearch searches of that, by which patients could be collected
/// @param emergency patients whom one account names to see them in an emergency: who guesses dates
///   of birth does not get far
/// @param program everything that one account asks through a program of its own
/// @param programSearch searches of that
@ConfigurationProperties("daysheet.limits")
record LimitSettings(
    @DefaultValue("1MB") DataSize body,
    @DefaultValue("6000/s, 12000 at once") Rate address,
    @DefaultValue("10/s, 200 at once") Rate signIn,
    @DefaultValue("100/s, 1000 at once") Rate person,
    @DefaultValue("20/s, 100 at once") Rate personSearch,
    @DefaultValue("1/s, 10 at once") Rate emergency,
    @DefaultValue("5000/s, 10000 at once") Rate program,
    @DefaultValue("500/s, 2000 at once") Rate programSearch) {}
