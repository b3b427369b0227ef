package org.whistle.district.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.whistle.district.Catalogue;
import org.whistle.district.Place;
import org.whistle.district.PlaceLevel;

/**
 * Makes the invented files of the sample district. The seed is fixed, so the same program always makes the same files; a test
 * holds the committed ones to it.
 */
public final class SampleDistrictGenerator {

    private static final long SEED = 370_102L;

    private SampleDistrictGenerator() {}

    /**
     * Writes the files into a folder that has {@code catalogue.csv} and {@code departments.csv} already.
     *
     * @param args the folder
     * @throws IOException when a file cannot be written
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException("one argument: the folder of the sample district");
        }
        Path folder = Path.of(args[0]);
        for (Map.Entry<String, String> file : generate(Catalogue.read(folder)).entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }

    /** The invented files, text by name. */
    static Map<String, String> generate(Catalogue catalogue) {
        Random random = new Random(SEED);
        List<Place> places = SamplePlaces.generate(random);
        List<Place> grids = places.stream()
                .filter(place -> place.level() == PlaceLevel.GRID)
                .toList();
        Map<String, String> files = new LinkedHashMap<>();
        files.put("places.geojson", GeoJsonText.of(places));
        files.put("assets.csv", SampleAssets.generate(grids, random));
        files.put("rules.csv", SampleRules.generate(catalogue.types(), catalogue.departments()));
        files.put("accounts.csv", SampleAccounts.generate(places, catalogue.departments()));
        return files;
    }
}
