package org.whistle.district;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceProblemsTest {

    private static final String FILE = "places.geojson";
    private static final String GRID = "370102009001001";

    @TempDir
    private Path directory;

    private SampleFolder folder;

    @BeforeEach
    void copySample() throws IOException {
        folder = SampleFolder.in(directory);
    }

    @Test
    void selfCrossingPolygon_isReportedWithItsLine() throws IOException {
        redraw("[[[117.07,36.67],[117.08,36.68],[117.08,36.67],[117.07,36.68],[117.07,36.67]]]");
        assertThat(folder.problems()).anySatisfy(problem -> {
            assertThat(problem.line()).isEqualTo(lineOf(GRID));
            assertThat(problem.field()).isEqualTo("geometry");
            assertThat(problem.messageEn()).startsWith("the polygon is not valid: Self-intersection");
        });
    }

    @Test
    void openRing_isReported() throws IOException {
        redraw("[[[117.07,36.67],[117.08,36.68],[117.08,36.67],[117.07,36.68]]]");
        assertReported("geometry", "a ring is not closed");
    }

    @Test
    void projectedCoordinates_areReported() throws IOException {
        redraw("[[[507000,4058000],[508000,4058000],[508000,4059000],[507000,4058000]]]");
        assertReported("geometry", "not longitude and latitude");
    }

    @Test
    void coordinatesAsTexts_areReported() throws IOException {
        redraw("[[[\"117.07\",36.67],[117.08,36.68],[117.08,36.67],[117.07,36.67]]]");
        assertReported("geometry", "not longitude and latitude");
    }

    @Test
    void tooFewPositions_areReported() throws IOException {
        redraw("[[[117.07,36.67]]]");
        assertReported("geometry", "the coordinates are incomplete");
    }

    @Test
    void gridOutsideItsCommunity_isReported() throws IOException {
        redraw("[[[117.02,36.65],[117.021,36.65],[117.021,36.651],[117.02,36.65]]]");
        assertReported("geometry", "the polygon leaves its parent 370102009001");
    }

    @Test
    void gridOverItsNeighbour_isReported() throws IOException {
        String community = feature("370102009001");
        String ring = community.substring(community.indexOf("\"coordinates\":") + 14, community.lastIndexOf("}}"));
        redraw(ring);
        assertReported("geometry", "the polygon overlaps " + GRID);
    }

    @Test
    void multiPolygon_isFine() throws IOException {
        folder.edit(FILE, text -> {
            String feature = feature(GRID);
            String ring = feature.substring(feature.indexOf("\"coordinates\":") + 14, feature.lastIndexOf("}}"));
            String multi = feature.replace("\"Polygon\"", "\"MultiPolygon\"").replace(ring, "[" + ring + "]");
            return text.replace(feature, multi);
        });
        assertThat(folder.problems()).isEmpty();
    }

    @Test
    void point_isReported() throws IOException {
        folder.edit(FILE, text -> text.replace(feature(GRID), feature(GRID).replace("\"Polygon\"", "\"Point\"")));
        assertReported("geometry", "must be a Polygon or a MultiPolygon");
    }

    @Test
    void duplicateCode_isReported() throws IOException {
        folder.edit(FILE, text -> text.replace(feature(GRID), feature(GRID) + ",\n" + feature(GRID)));
        assertReported("code", "the code is used twice: " + GRID);
    }

    @Test
    void codeOfAnotherDistrict_isReported() throws IOException {
        recode(GRID, "370103009001001");
        assertReported("code", "the code does not begin with the district's");
    }

    @Test
    void missingParent_isReportedForEachChild() throws IOException {
        folder.edit(FILE, text -> text.replace(feature("370102009001") + ",\n", ""));
        assertThat(folder.problems())
                .filteredOn(problem -> problem.messageEn().startsWith("the parent is missing: 370102009001"))
                .hasSize(District.sample().childrenOf("370102009001").size());
    }

    @Test
    void missingDistrict_isReported() throws IOException {
        folder.edit(FILE, text -> text.replace(feature("370102") + ",\n", ""));
        assertReported("code", "the district itself is missing: 370102");
    }

    @Test
    void codeOfOddLength_isReported() throws IOException {
        recode(GRID, "37010200900100");
        assertReported("code", "a code has 6, 9, 12 or 15 digits");
    }

    @Test
    void levelThatDoesNotFitTheCode_isReported() throws IOException {
        replaceInGrid("\"level\":\"grid\"", "\"level\":\"street\"");
        assertReported("level", "the level does not fit");
    }

    @Test
    void missingName_isReported_andMissingEnglishIsNot() throws IOException {
        replaceInGrid("\"name_en\":", "\"name_fr\":");
        assertThat(folder.problems()).isEmpty();
        assertThat(folder.read().place(GRID).orElseThrow().name().en()).isEqualTo("甸新社区第一网格");
        replaceInGrid("\"name_zh\":", "\"name_de\":");
        assertReported("name_zh", "a text is missing");
    }

    @Test
    void negativeHouseholdsAndUnknownKind_areReported() throws IOException {
        replaceInGrid("\"households\":", "\"households\":-");
        assertReported("households", "must be a whole number");
        replaceInGrid("\"residential\"", "\"castle\"");
        assertReported("kind", "unknown value: castle");
    }

    @Test
    void brokenJson_isReportedWithItsLine() throws IOException {
        folder.edit(FILE, text -> text.substring(0, text.length() / 2));
        assertThat(folder.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isGreaterThan(10);
            assertThat(problem.messageEn()).startsWith("not well-formed JSON");
        });
    }

    @Test
    void otherJson_isReported() throws IOException {
        folder.edit(FILE, text -> "[1,2]");
        assertThat(folder.problems()).singleElement().satisfies(problem -> assertThat(problem.messageEn())
                .isEqualTo("must be a FeatureCollection"));
    }

    @Test
    void districtWithoutGrids_isReported() throws IOException {
        folder.edit(FILE, text -> "{\"features\":[]}");
        assertReported("level", "there are no grids");
    }

    private void redraw(String rings) throws IOException {
        folder.edit(FILE, text -> {
            String feature = feature(GRID);
            int start = feature.indexOf("\"coordinates\":") + 14;
            return text.replace(feature, feature.substring(0, start) + rings + "}}");
        });
    }

    private void recode(String code, String other) throws IOException {
        folder.replace(FILE, "\"code\":\"" + code + "\"", "\"code\":\"" + other + "\"");
    }

    private void replaceInGrid(String old, String replacement) throws IOException {
        folder.edit(FILE, text -> text.lines()
                .map(line -> line.contains("\"" + GRID + "\"") ? line.replace(old, replacement) : line)
                .reduce("", (all, line) -> all + line + "\n"));
    }

    private void assertReported(String field, String message) {
        assertThat(folder.problems()).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo(FILE);
            assertThat(problem.field()).isEqualTo(field);
            assertThat(problem.messageEn()).startsWith(message);
        });
    }

    private static String feature(String code) {
        return Sample.LINES
                .lines()
                .filter(line -> line.contains("\"code\":\"" + code + "\""))
                .map(line -> line.endsWith(",") ? line.substring(0, line.length() - 1) : line)
                .findFirst()
                .orElseThrow();
    }

    private static int lineOf(String code) {
        return (int) Sample.LINES
                        .lines()
                        .takeWhile(line -> !line.contains("\"code\":\"" + code + "\""))
                        .count()
                + 1;
    }

    private static final class Sample {
        private static final String LINES =
                new String(DistrictSources.ofClasspath("sample").content(FILE), StandardCharsets.UTF_8);
    }
}
