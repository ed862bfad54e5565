package io.daysheet.server.database;

import io.daysheet.server.ServerSettings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/// Starts the embedded database for Spring, unless an external one is named. Spring closes what
/// depends on a bean before the bean: first the connection pool, then the database.
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedPostgresConfiguration.NoExternalDatabase.class)
class EmbeddedPostgresConfiguration {

  @Bean(destroyMethod = "close")
  EmbeddedPostgres embeddedPostgres(ServerSettings settings) {
    EmbeddedPostgres postgres = new EmbeddedPostgres(settings.data());
    // a stop in the middle of the start leaves a context half made that nobody closes
    SpringApplication.getShutdownHandlers().add(postgres::close);
    return postgres.start();
  }

  @Bean
  JdbcConnectionDetails embeddedPostgresConnection(EmbeddedPostgres postgres) {
    return new JdbcConnectionDetails() {
      @Override
      public String getUsername() {
        return EmbeddedPostgres.APPLICATION;
      }

      @Override
      public String getPassword() {
        return postgres.applicationPassword();
      }

      @Override
      public String getJdbcUrl() {
        return postgres.jdbcUrl();
      }
    };
  }

  @Bean
  FlywayConnectionDetails embeddedPostgresMigration(EmbeddedPostgres postgres) {
    return new FlywayConnectionDetails() {
      @Override
      public String getUsername() {
        return EmbeddedPostgres.USER;
      }

      @Override
      public String getPassword() {
        return postgres.password();
      }

      @Override
      public String getJdbcUrl() {
        // a row that stands against a migration is a patient's data
        return postgres.jdbcUrl() + "?logServerErrorDetail=false";
      }
    };
  }

  static final class NoExternalDatabase extends NoneNestedConditions {
    NoExternalDatabase() {
      super(ConfigurationPhase.REGISTER_BEAN);
    }

    @ConditionalOnProperty("spring.datasource.url")
    static final class ExternalDatabase {}
  }
}
