package org.whistle.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistrictArchiveTest {

    @TempDir
    private Path directory;

    @Test
    void archive_isTheSameEveryTime_andFromFolderOrDistrict() throws IOException {
        SampleFolder folder = SampleFolder.in(directory);
        Files.writeString(directory.resolve("notes.txt"), "not part of a district");
        byte[] first = DistrictArchive.zip(directory);
        assertThat(DistrictArchive.zip(directory)).isEqualTo(first);
        assertThat(DistrictArchive.zip(folder.read())).isEqualTo(first);
        assertThat(DistrictArchive.zip(District.read(first))).isEqualTo(first);
    }

    @Test
    void version_doesNotDependOnOrderTimeOrFolderOfTheArchive() throws IOException {
        byte[] zip = DistrictArchive.zip(District.sample());
        assertThat(District.read(zip).version()).isEqualTo(District.sample().version());
        assertThat(District.read(repacked(zip, "历下/")).version())
                .isEqualTo(District.sample().version());
    }

    @Test
    void companions_travelAlong_withoutBeingPartOfTheVersion() throws IOException {
        SampleFolder.in(directory).append("ORIGIN.md", "changed");
        District changed = District.read(DistrictArchive.zip(directory));
        assertThat(changed.version()).isEqualTo(District.sample().version());
        assertThat(DistrictArchive.zip(changed)).isNotEqualTo(DistrictArchive.zip(District.sample()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../policy.csv", "a/../../policy.csv", "/etc/policy.csv", "C:\\policy.csv", "a\\..\\policy.csv"})
    void unsafePath_isRefused(String name) throws IOException {
        assertThatThrownBy(() -> District.read(zipOf(name, "x".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(DistrictException.class)
                .hasMessageContaining("unsafe path");
    }

    @Test
    void archiveThatUnpacksToTooMuch_isRefused() throws IOException {
        byte[] bomb = zipOf("places.geojson", new byte[DistrictSources.MAX_BYTES + 1]);
        assertThat(bomb.length).isLessThan(1_000_000);
        assertRefused(bomb, "larger than 64 MB");
    }

    @Test
    void manySmallFilesThatAreTooMuchTogether_areRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < 9; i++) {
                zip.putNextEntry(new ZipEntry("part" + i));
                zip.write(new byte[8 * 1024 * 1024]);
            }
        }
        assertRefused(bytes.toByteArray(), "larger than 64 MB");
    }

    @Test
    void archiveOfTooManyEntries_isRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i <= DistrictSources.MAX_ENTRIES; i++) {
                zip.putNextEntry(new ZipEntry("part" + i));
            }
        }
        assertRefused(bytes.toByteArray(), "more than 256 entries");
    }

    @Test
    void noArchive_isRefused() {
        assertRefused("not a zip".getBytes(StandardCharsets.UTF_8), "not a zip archive");
        assertRefused(new byte[0], "not a zip archive");
    }

    @Test
    void cutArchive_isRefused() {
        byte[] zip = DistrictArchive.zip(District.sample());
        byte[] cut = Arrays.copyOf(zip, zip.length / 2);
        assertThatThrownBy(() -> District.read(cut)).isInstanceOf(DistrictException.class);
    }

    @Test
    void namesInAnotherEncoding_areRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, Charset.forName("GB18030"))) {
            zip.putNextEntry(new ZipEntry("历下区/policy.csv"));
        }
        assertRefused(bytes.toByteArray(), "names are not UTF-8");
    }

    @Test
    void sameFileTwice_isRefused() throws IOException {
        byte[] zip = zipOf("policy.csv", new byte[3]);
        // ZipOutputStream refuses doubles itself, so the second name is changed afterwards.
        byte[] doubled = new String(zipOf2("policy.csv", "policy.csw"), StandardCharsets.ISO_8859_1)
                .replace("policy.csw", "policy.csv")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(doubled.length).isGreaterThan(zip.length);
        assertRefused(doubled, "a file twice: policy.csv");
    }

    @Test
    void filesInTwoFolders_areRefused() throws IOException {
        assertRefused(zipOf2("one/policy.csv", "two/rules.csv"), "more than one folder");
    }

    @Test
    void foldersLargerThanTheBound_areRefused() throws IOException {
        SampleFolder.in(directory);
        Files.write(directory.resolve("places.geojson"), new byte[DistrictSources.MAX_BYTES]);
        assertThatThrownBy(() -> District.read(directory))
                .isInstanceOf(DistrictException.class)
                .hasMessageContaining("larger than 64 MB");
    }

    private static void assertRefused(byte[] zip, String reason) {
        assertThatThrownBy(() -> District.read(zip))
                .isInstanceOf(DistrictException.class)
                .hasMessageContaining(reason);
    }

    private static byte[] zipOf(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] zipOf2(String first, String second) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : List.of(first, second)) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(1);
            }
        }
        return bytes.toByteArray();
    }

    /** The same files in reverse order, with another time and inside a folder. */
    private static byte[] repacked(byte[] original, String folder) throws IOException {
        record Entry(String name, byte[] content) {}
        List<Entry> entries = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(original))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.add(new Entry(entry.getName(), in.readAllBytes()));
            }
        }
        Collections.reverse(entries);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(folder));
            for (Entry entry : entries) {
                ZipEntry packed = new ZipEntry(folder + entry.name());
                packed.setTimeLocal(LocalDateTime.of(2026, 1, 2, 3, 4));
                zip.putNextEntry(packed);
                zip.write(entry.content());
            }
        }
        return bytes.toByteArray();
    }
}
