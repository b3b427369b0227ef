package org.whistle.district.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whistle.district.District;
import org.whistle.district.DistrictException;
import org.whistle.district.replay.ReplayMapping.Target;

class ReplayMappingTest {

    private static final ReplayMapping MAPPING = ReplayMapping.bundled();

    @TempDir
    private Path directory;

    @Test
    void everyTarget_isInTheCatalogue() {
        District sample = District.sample();
        assertThat(MAPPING.targets().values())
                .allSatisfy(target -> assertThat(sample.condition(target.type(), target.condition()))
                        .isPresent());
    }

    @Test
    void everyRow_isForARequestOfTheFile() {
        List<ReplayRequest> requests = ReplayRequest.bundled();
        assertThat(requests).hasSize(100);
        assertThat(MAPPING.targets().keySet()).allSatisfy(complaint -> assertThat(requests)
                .anyMatch(request -> request.complaintType().equals(complaint.complaintType())
                        && (complaint.descriptor().isEmpty()
                                || request.descriptor().equals(complaint.descriptor()))));
    }

    @Test
    void sixtyOfTheHundredRequests_fitAType_theOthersAreForTheQueue() {
        assertThat(ReplayRequest.bundled())
                .filteredOn(request -> MAPPING.target(request.complaintType(), request.descriptor())
                        .isPresent())
                .hasSize(60);
        assertThat(MAPPING.target("Rodent", "Rat Sighting")).isEmpty();
    }

    @Test
    void rowOfTheDescriptor_isStrongerThanThatOfTheType() {
        assertThat(MAPPING.target("Illegal Parking", "Blocked Hydrant"))
                .contains(new Target("E0496x", "a", "coordination"));
        assertThat(MAPPING.target("Illegal Parking", "Blocked Sidewalk"))
                .contains(new Target("S11", "a", "coordination"));
    }

    @Test
    void requestsWithoutPosition_areKeptAsSuch() {
        assertThat(ReplayRequest.bundled())
                .filteredOn(request -> request.position().isEmpty())
                .hasSize(18);
    }

    @Test
    void wrongRows_areReportedTogether() throws IOException {
        Path file = directory.resolve("mapping.csv");
        Files.writeString(
                file,
                "complaint_type,descriptor,type,condition,matter\nA,,C0101,a,urgent\nB,,C0101,a,routine\nB,,C0101,b,routine\n");
        assertThatThrownBy(() -> ReplayMapping.read(file))
                .isInstanceOfSatisfying(
                        DistrictException.class, e -> assertThat(e.problems()).hasSize(2));
    }
}
