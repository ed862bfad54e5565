package io.daysheet.server.signin;

import io.daysheet.server.crypto.EncryptedTable;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Has the signing keys encrypted anew when the key that encrypts them is replaced.
@Configuration(proxyBeanMethods = false)
class SigningKeyEncryption {

  @Bean
  EncryptedTable encryptedSigningKeys() {
    return new EncryptedTable("signing_key", "id", List.of(SigningKeyRows.PRIVATE_KEY));
  }
}
