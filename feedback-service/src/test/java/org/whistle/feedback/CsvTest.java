package org.whistle.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {

    private static String line(Object... cells) {
        return new Csv().line(Arrays.asList(cells)).toString();
    }

    @Test
    void cells_areQuotedWhereNeeded() {
        assertThat(line("a", "b,c", "say \"x\"", "two\nlines", null, 7))
                .isEqualTo("\uFEFFa,\"b,c\",\"say \"\"x\"\"\",\"two\nlines\",,7\r\n");
    }

    @Test
    void aText_isNeverAFormula_andANumberKeepsItsSign() {
        assertThat(line("=1+1", "+1", "-1", "@a", "\t=1", -0.5)).isEqualTo("\uFEFF'=1+1,'+1,'-1,'@a,'\t=1,-0.5\r\n");
        assertThat(line("=\"a\",b")).isEqualTo("\uFEFF\"'=\"\"a\"\",b\"\r\n");
        assertThat(line("＝1+1", "＋1", "－1", "＠a", "\n=1")).isEqualTo("\uFEFF'＝1+1,'＋1,'－1,'＠a,\"'\n=1\"\r\n");
        assertThat(new Csv().line(List.of()).toString()).isEqualTo("\uFEFF\r\n");
    }
}
