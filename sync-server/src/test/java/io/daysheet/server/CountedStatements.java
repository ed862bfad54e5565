package io.daysheet.server;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// What the server sends to its database: each statement, and each end of a transaction, for that
/// is a round trip of its own.
@TestConfiguration(proxyBeanMethods = false)
public class CountedStatements {

  private static final Set<String> ENDS = Set.of("commit", "rollback");

  private static final ThreadLocal<List<String>> HERE = ThreadLocal.withInitial(ArrayList::new);
  private static final Map<String, List<String>> BY_KEY = new ConcurrentHashMap<>();

  /// Of what this thread does.
  public static List<String> of(Runnable work) {
    HERE.get().clear();
    work.run();
    return List.copyOf(HERE.get());
  }

  /// Of the request that was sent with an `Idempotency-Key`, from its first filter on.
  public static List<String> of(String key) {
    return List.copyOf(BY_KEY.getOrDefault(key, List.of()));
  }

  @Bean
  static BeanPostProcessor counting() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source && name.equals("dataSource")
            ? new Counted(source)
            : bean;
      }
    };
  }

  private static void count(String what) {
    HERE.get().add(what);
    String key = key();
    if (key != null) {
      BY_KEY.computeIfAbsent(key, _ -> new ArrayList<>()).add(what);
    }
  }

  private static @Nullable String key() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes asked
        ? asked.getRequest().getHeader("Idempotency-Key")
        : null;
  }

  private static final class Counted extends DelegatingDataSource {

    Counted(DataSource source) {
      super(source);
    }

    @Override
    public Connection getConnection() throws SQLException {
      Connection connection = super.getConnection();
      return (Connection)
          Proxy.newProxyInstance(
              Connection.class.getClassLoader(),
              new Class<?>[] {Connection.class},
              (_, method, arguments) -> {
                if (method.getName().equals("prepareStatement")) {
                  count(String.valueOf(arguments[0]).strip());
                } else if (ENDS.contains(method.getName())) {
                  count(method.getName());
                }
                try {
                  return method.invoke(connection, arguments);
                } catch (InvocationTargetException failed) {
                  throw failed.getCause();
                }
              });
    }
  }
}
