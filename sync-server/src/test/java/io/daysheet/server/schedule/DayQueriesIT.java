package io.daysheet.server.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.daysheet.hospital.DoctorId;
import io.daysheet.hospital.HospitalId;
import io.daysheet.server.Clinic;
import io.daysheet.server.ServerTest;
import io.daysheet.server.doctor.Doctors;
import io.daysheet.server.hospital.Hospitals;
import io.daysheet.server.slots.Alternatives;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// A day costs as many questions as its doctors and visits are many or few.
@ServerTest
@Import(DayQueriesIT.Counting.class)
class DayQueriesIT {

  private static final LocalDate DAY = LocalDate.of(2999, 6, 3);

  @Autowired JdbcClient jdbc;
  @Autowired Days days;
  @Autowired Rebooking rebooking;
  @Autowired Alternatives alternatives;
  @Autowired Hospitals hospitals;
  @Autowired Doctors doctors;

  @Test
  void aDayIsOneStatementForAllThatIsOnItAndTwoForWhoIs() {
    HospitalId small = hospital(2);
    HospitalId large = hospital(40);

    assertThat(statements(small)).isEqualTo(3);
    assertThat(statements(large)).isEqualTo(3);
  }

  @Test
  void whatIsRememberedIsNotAskedForAgain() {
    HospitalId hospital = hospital(5);
    statements(hospital);

    assertThat(
            Counting.of(
                () -> days.of(hospitals.find(hospital).orElseThrow(), DAY, List.of(), List.of())))
        .isEqualTo(1);
  }

  @Test
  void whatIsProposedForAListIsOneStatementHoweverLongItIs() {
    var hospital = hospitals.find(hospital(20)).orElseThrow();
    var visits = days.of(hospital, DAY, List.of(), List.of()).appointments();
    alternatives.of(hospital, visits.subList(0, 1), true);

    assertThat(visits).hasSize(20);
    assertThat(Counting.of(() -> alternatives.of(hospital, visits, true))).isEqualTo(1);
  }

  private int statements(HospitalId hospital) {
    var found = hospitals.find(hospital).orElseThrow();
    doctors.refresh();
    return Counting.of(() -> {
      var day = days.of(found, DAY, List.of(), List.of());
      assertThat(day.appointments())
          .isNotEmpty()
          .allMatch(visit -> visit.needsAttention().equals(List.of("inactive")));
    });
  }

  /// Every second doctor does not work there any more, but has a visit.
  private HospitalId hospital(int size) {
    var clinic = new Clinic(jdbc);
    HospitalId hospital = clinic.hospital("Size " + size, "UTC");
    jdbc.sql("update hospital set active = false where id = ?").param(hospital.value()).update();
    for (int i = 0; i < size; i++) {
      DoctorId doctor =
          i % 2 == 0 ? clinic.doctor("Dr. " + i) : clinic.doctor("Dr. " + i, hospital);
      clinic.appointment(
          clinic.availability(hospital, doctor, "2999-06-03T10:00Z", "2999-06-03T11:00Z"),
          clinic.patient("P", "Q", "1990-01-01"),
          "2999-06-03T10:00Z",
          "2999-06-03T11:00Z");
    }
    return hospital;
  }

  /// Counts the statements of the thread that asks.
  @TestConfiguration(proxyBeanMethods = false)
  static class Counting {

    private static final ThreadLocal<int[]> COUNT = ThreadLocal.withInitial(() -> new int[1]);

    static int of(Runnable work) {
      COUNT.get()[0] = 0;
      work.run();
      return COUNT.get()[0];
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
                  Counting.COUNT.get()[0]++;
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
