package org.whistle.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | EN",
                "en-GB,en;q=0.9 | EN",
                "zh-CN,zh;q=0.9,en;q=0.8 | ZH",
                "zh-Hant-TW | ZH",
                "fr, en;q=0.5 | EN",
                "en;q=0.3, zh;q=0.7 | ZH",
                "zh;q=0, en;q=0.1 | EN",
                "en;q=0 | ZH",
                "fr | ZH",
                "* | ZH",
                "'' | ZH",
                "en;q=banana | ZH",
                "english | ZH",
                ";;;,,, | ZH"
            })
    void aHeader_isWeighed(String header, Language language) {
        assertThat(Languages.of(header)).isEqualTo(language);
    }

    @Test
    void chinese_isTheDefault() {
        assertThat(Languages.of((String) null)).isEqualTo(Language.ZH);
        assertThat(Languages.of("en," + "x".repeat(10_000))).isEqualTo(Language.ZH);
    }
}
