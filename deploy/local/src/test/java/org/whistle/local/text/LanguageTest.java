package org.whistle.local.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LanguageTest {

    private static final Text READY = new Text("就绪", "ready");

    @Test
    void language_isThatOfTheEnvironment() {
        assertThat(Language.of(Map.of("LANG", "zh_CN.UTF-8"))).isEqualTo(Language.CHINESE);
        assertThat(Language.of(Map.of("LANG", "zh_CN.UTF-8", "LC_ALL", "en_US.UTF-8")))
                .isEqualTo(Language.ENGLISH);
        assertThat(Language.of(Map.of("WHISTLE_LANG", "zh", "LC_ALL", "C.UTF-8")))
                .isEqualTo(Language.CHINESE);
    }

    @Test
    void environmentThatSaysNothing_getsBothLanguages() {
        assertThat(READY.in(Language.of(Map.of("LANG", "C.UTF-8")))).contains("就绪", "ready");
        assertThat(READY.in(Language.CHINESE)).isEqualTo("就绪");
    }
}
