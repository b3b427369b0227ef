package org.whistle.district.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import org.whistle.district.Coordinates;

/**
 * One service request of another city, as its open data have it.
 *
 * @param key its unique key
 * @param complaintType its complaint type
 * @param descriptor its finer descriptor, may be empty
 * @param address where it is, in that city's words, may be empty
 * @param position its WGS 84 position there; empty when the request has none
 */
public record ReplayRequest(
        String key, String complaintType, String descriptor, String address, Optional<Coordinates> position) {

    private static final String BUNDLED = "nyc311-100.csv";

    /** The 100 requests that come with the software. */
    public static List<ReplayRequest> bundled() {
        return ReplayFiles.bundled(BUNDLED, ReplayRequest::read);
    }

    /**
     * The requests of a file in the form of New York's open data.
     *
     * @throws IOException when the file cannot be read
     * @throws IllegalArgumentException when it lacks a column or a position is no position
     */
    public static List<ReplayRequest> read(Path file) throws IOException {
        return ReplayFiles.read(file, ReplayRequest::read);
    }

    private static List<ReplayRequest> read(Iterable<CSVRecord> rows) {
        List<ReplayRequest> requests = new ArrayList<>();
        for (CSVRecord row : rows) {
            requests.add(new ReplayRequest(
                    row.get("Unique Key"),
                    row.get("Complaint Type"),
                    row.get("Descriptor"),
                    row.get("Incident Address"),
                    position(row.get("Longitude"), row.get("Latitude"))));
        }
        return List.copyOf(requests);
    }

    private static Optional<Coordinates> position(String longitude, String latitude) {
        return longitude.isEmpty() || latitude.isEmpty()
                ? Optional.empty()
                : Optional.of(new Coordinates(Double.parseDouble(longitude), Double.parseDouble(latitude)));
    }
}
