package io.daysheet.desktop.day;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DoctorNameTest {
  @Test
  void aNameHasThreeLengths() {
    assertThat(DoctorName.variants("Oksana Bondarenko"))
        .containsExactly("Dr. Oksana Bondarenko", "Dr. O. Bondarenko", "Dr. Bondarenko");
  }

  @Test
  void aTitleIsNotRepeated() {
    assertThat(DoctorName.shortest("Dr. Élise Moreau")).isEqualTo("Dr. Moreau");
  }

  @Test
  void aSingleNameStaysWhole() {
    assertThat(DoctorName.variants("Sócrates")).containsExactly("Dr. Sócrates");
  }
}
