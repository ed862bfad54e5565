package io.daysheet.server.emergency;

import io.daysheet.server.crypto.EncryptedTable;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Has the reasons encrypted anew when the key that encrypts them is replaced.
@Configuration(proxyBeanMethods = false)
class EmergencyEncryption {

  @Bean
  EncryptedTable encryptedEmergencies() {
    return new EncryptedTable("emergency_access", "id", List.of(EmergencyRows.REASON));
  }
}
