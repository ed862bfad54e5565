package io.daysheet.server.transport;

import java.time.Instant;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/// A certificate authority that lives as long as a test.
record TestAuthority(HeldCertificate root) {

  static TestAuthority create() {
    return new TestAuthority(
        new HeldCertificate.Builder()
            .commonName("Test authority")
            .certificateAuthority(1)
            .validityInterval(
                Instant.parse("2020-01-01T00:00:00Z").toEpochMilli(),
                Instant.parse("2100-01-01T00:00:00Z").toEpochMilli())
            .build());
  }

  TestCertificate issue(String name) {
    return new TestCertificate(builder(name).build(), root);
  }

  TestCertificate issue(String name, Instant from, Instant until) {
    return new TestCertificate(
        builder(name).validityInterval(from.toEpochMilli(), until.toEpochMilli()).build(), root);
  }

  private HeldCertificate.Builder builder(String name) {
    return new HeldCertificate.Builder()
        .commonName("Daysheet under test")
        .addSubjectAlternativeName(name)
        .signedBy(root);
  }

  /// For a client that trusts this authority and no other.
  HandshakeCertificates trust() {
    return new HandshakeCertificates.Builder().addTrustedCertificate(root.certificate()).build();
  }
}
