package org.whistle.district.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whistle.district.Catalogue;

class SampleDistrictGeneratorTest {

    @TempDir
    private Path folder;

    @Test
    void committedFiles_areWhatTheGeneratorMakes() throws IOException {
        Files.write(folder.resolve("catalogue.csv"), committed("catalogue.csv"));
        Files.write(folder.resolve("departments.csv"), committed("departments.csv"));

        SampleDistrictGenerator.main(new String[] {folder.toString()});

        for (String file :
                SampleDistrictGenerator.generate(Catalogue.read(folder)).keySet()) {
            assertThat(Files.readString(folder.resolve(file)))
                    .as(file)
                    .isEqualTo(new String(committed(file), StandardCharsets.UTF_8));
        }
    }

    @Test
    void generator_makesTheSameFilesTwice() throws IOException {
        Files.write(folder.resolve("catalogue.csv"), committed("catalogue.csv"));
        Files.write(folder.resolve("departments.csv"), committed("departments.csv"));
        Catalogue catalogue = Catalogue.read(folder);

        Map<String, String> first = SampleDistrictGenerator.generate(catalogue);

        assertThat(SampleDistrictGenerator.generate(catalogue)).isEqualTo(first);
        assertThat(first).containsOnlyKeys("places.geojson", "assets.csv", "rules.csv", "accounts.csv");
    }

    private static byte[] committed(String file) throws IOException {
        try (InputStream in = SampleDistrictGeneratorTest.class.getResourceAsStream("/sample/" + file)) {
            return in.readAllBytes();
        }
    }
}
