package org.whistle.intake.reporter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskTest {

    @ParameterizedTest
    @CsvSource({"张三,张*", "欧阳望舒,欧***", "王,王", "𠮷野,𠮷*", "Ann,A**"})
    void aName_keepsItsFirstCharacter(String name, String masked) {
        assertThat(Mask.name(name)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "13812341234,138****1234",
        "+86 138-1234-1234,138****1234",
        "0531-88887777,053*****7777",
        "88887777,*****777",
        "12345,****5"
    })
    void aNumber_isNoLongerOne(String phone, String masked) {
        assertThat(Mask.phone(phone)).isEqualTo(masked);
    }

    @Test
    void whatIsNotThere_isNotMasked() {
        assertThat(Mask.name(null)).isNull();
        assertThat(Mask.phone(null)).isNull();
    }
}
