package io.daysheet.server.database;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// An external database for which only one login is given, `spring.datasource.username` and no
/// `spring.flyway.user`: it migrates, and each connection of the pool then becomes `daysheet_app`.
///
/// That keeps a wrong statement from doing harm. It does not stop somebody who can make the server
/// send a statement of their own, since `reset role` is one: two logins do.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("spring.datasource.url")
@Conditional(OneLoginConfiguration.NoOwnerGiven.class)
class OneLoginConfiguration {

  @Bean
  static BeanPostProcessor applicationRole() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool) {
          pool.setConnectionInitSql("set role " + EmbeddedPostgres.APPLICATION);
        }
        return bean;
      }
    };
  }

  @Bean
  FlywayConnectionDetails ownersConnection(Environment environment) {
    return new FlywayConnectionDetails() {
      @Override
      public @Nullable String getUsername() {
        return environment.getProperty("spring.datasource.username");
      }

      @Override
      public @Nullable String getPassword() {
        return environment.getProperty("spring.datasource.password");
      }

      @Override
      public String getJdbcUrl() {
        return environment.getRequiredProperty("spring.datasource.url");
      }
    };
  }

  static final class NoOwnerGiven extends NoneNestedConditions {
    NoOwnerGiven() {
      super(ConfigurationPhase.REGISTER_BEAN);
    }

    @ConditionalOnProperty("spring.flyway.user")
    static final class OwnerGiven {}
  }
}
