package org.whistle.district;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Reads the features of {@code places.geojson} (RFC 7946); whether the places fit together is up to {@link PlaceChecks}. */
final class PlacesReader {

    static final String FILE = DistrictFiles.PLACES;

    private static final JsonMapper JSON = new JsonMapper();

    private final Problems problems;
    private final Codes codes;
    private final List<Located> places = new ArrayList<>();

    private PlacesReader(Problems problems, Codes codes) {
        this.problems = problems;
        this.codes = codes;
    }

    /** A place and the line its feature begins on. */
    record Located(Place place, int line) {}

    /** The places that are right by themselves, parents first, then by code; declares every code it sees. */
    static List<Located> read(DistrictFiles files, Codes codes, Problems problems) {
        PlacesReader reader = new PlacesReader(problems, codes);
        if (!reader.readFile(files.content(FILE))) {
            codes.setUnreadable();
        }
        reader.places.sort(
                Comparator.comparing((Located located) -> located.place().level())
                        .thenComparing(located -> located.place().code()));
        return reader.places;
    }

    private boolean readFile(byte @Nullable [] content) {
        if (content == null) {
            problems.add(FILE, 0, "", "缺少文件", "the file is missing");
            return false;
        }
        Optional<String> text = CsvTable.text(content);
        if (text.isEmpty()) {
            problems.add(FILE, 0, "", "文件不是UTF-8编码", "the file is not UTF-8");
            return false;
        }
        try (JsonParser parser = JSON.createParser(text.get())) {
            return readCollection(parser);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            problems.add(FILE, line, "", "JSON格式错误", "not well-formed JSON: " + e.getOriginalMessage());
            return false;
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory does not fail", e);
        }
    }

    private boolean readCollection(JsonParser parser) throws IOException {
        boolean found = false;
        if (parser.nextToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean features = parser.currentName().equals("features");
                if (parser.nextToken() == JsonToken.START_ARRAY && features) {
                    found = true;
                    readFeatures(parser);
                } else {
                    parser.skipChildren();
                }
            }
        }
        if (!found) {
            problems.add(FILE, 0, "features", "应为含features数组的FeatureCollection", "must be a FeatureCollection");
        }
        return found;
    }

    private void readFeatures(JsonParser parser) throws IOException {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            int line = parser.currentTokenLocation().getLineNr();
            JsonNode feature = JSON.readTree(parser);
            new FeatureReader(line).read(feature).ifPresent(place -> places.add(new Located(place, line)));
        }
    }

    private final class FeatureReader {

        private final int line;
        private boolean failed;

        FeatureReader(int line) {
            this.line = line;
        }

        Optional<Place> read(JsonNode feature) {
            JsonNode properties = feature.path("properties");
            String code = text(properties, "code");
            Optional<PlaceLevel> level = PlaceLevel.of(code);
            if (!code.isEmpty() && level.isEmpty()) {
                fail("code", "代码应为6、9、12或15位数字：" + code, "a code has 6, 9, 12 or 15 digits: " + code);
            } else if (!code.isEmpty() && !codes.declare(code)) {
                fail("code", "编码重复：" + code, "the code is used twice: " + code);
            }
            String stated = text(properties, "level");
            if (level.isPresent()
                    && !stated.isEmpty()
                    && !stated.equals(level.get().code())) {
                fail("level", "级别与代码位数不符：" + stated, "the level does not fit the code's length: " + stated);
            }
            Label name = name(properties);
            int households = households(properties.path("households"));
            PlaceKind kind = kind(properties.path("kind"));
            Optional<Geometry> area = area(feature.path("geometry"));
            if (failed || level.isEmpty() || area.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Place(code, level.get(), name, kind, households, area.get()));
        }

        private Label name(JsonNode properties) {
            String zh = text(properties, "name_zh");
            String en = properties.path("name_en").asText("");
            return new Label(zh, en.isBlank() ? zh : en);
        }

        private int households(JsonNode value) {
            if (value.isMissingNode() || value.isNull()) {
                return 0;
            }
            if (!value.isInt() || value.intValue() < 0) {
                fail("households", "户数应为非负整数", "must be a whole number, not negative");
                return 0;
            }
            return value.intValue();
        }

        private PlaceKind kind(JsonNode value) {
            if (value.isMissingNode() || value.isNull()) {
                return PlaceKind.RESIDENTIAL;
            }
            return Coded.find(PlaceKind.class, value.asText()).orElseGet(() -> {
                fail("kind", "未知取值：" + value.asText(), "unknown value: " + value.asText());
                return PlaceKind.RESIDENTIAL;
            });
        }

        private Optional<Geometry> area(JsonNode geometry) {
            try {
                Geometry area = GeoJsonGeometry.read(geometry);
                TopologyValidationError error = new IsValidOp(area).getValidationError();
                if (error == null) {
                    return Optional.of(area);
                }
                fail("geometry", "多边形无效（自相交等）", "the polygon is not valid: " + error);
            } catch (GeoJsonGeometry.Malformed e) {
                fail("geometry", e.zh(), e.en());
            }
            return Optional.empty();
        }

        private String text(JsonNode properties, String field) {
            JsonNode value = properties.path(field);
            if (!value.isTextual() || value.textValue().isBlank()) {
                fail(field, "缺少文字", "a text is missing");
                return "";
            }
            return value.textValue();
        }

        private void fail(String field, String zh, String en) {
            failed = true;
            problems.add(FILE, line, field, zh, en);
        }
    }
}
