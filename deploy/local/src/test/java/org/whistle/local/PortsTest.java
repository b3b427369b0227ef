package org.whistle.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whistle.local.text.LocalException;

class PortsTest {

    @Test
    void parts_haveTheirPlacesInARowOfTen() {
        Ports ports = new Ports(8080);

        assertThat(ports.of(Part.FRONT_DOOR)).isEqualTo(8080);
        assertThat(ports.of(Part.INTAKE)).isEqualTo(8081);
        assertThat(ports.of(Part.DISPATCH)).isEqualTo(8082);
        assertThat(ports.of(Part.DEPARTMENT)).isEqualTo(8083);
        assertThat(ports.of(Part.FEEDBACK)).isEqualTo(8084);
        assertThat(ports.of(Part.KEYCLOAK)).isEqualTo(8085);
        assertThat(ports.keycloakManagement()).isEqualTo(8086);
        assertThat(ports.of(Part.POSTGRES)).isEqualTo(8087);
        assertThat(ports.of(Part.KAFKA)).isEqualTo(8088);
        assertThat(ports.kafkaController()).isEqualTo(8089);
        assertThat(ports.all().values()).doesNotHaveDuplicates().hasSize(10);
    }

    @Test
    void bases_thatLeaveNoRoomForTen_areRefused() {
        assertThat(new Ports(65_526).kafkaController()).isEqualTo(65_535);
        assertThatThrownBy(() -> new Ports(65_527)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Ports(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ephemeralPorts_areFree() {
        assertThat(Ports.ephemeral().all().values()).hasSize(10).allMatch(port -> Ports.isFree("127.0.0.1", port));
    }

    @Test
    void takenPort_isNamedWithItsOwnerAndAWayOn(@TempDir Path home) throws IOException {
        Ports ports = Ports.ephemeral();
        Options options =
                Options.in(home).withPorts(ports).withParts(Set.of(Part.POSTGRES, Part.KAFKA, Part.FRONT_DOOR));
        PortCheck.check(options, ports);

        try (ServerSocket taken = new ServerSocket(ports.kafkaController(), 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(taken.isBound()).isTrue();
            assertThatThrownBy(() -> PortCheck.check(options, ports))
                    .isInstanceOf(LocalException.class)
                    .hasMessageContaining(
                            "port " + ports.kafkaController() + ", wanted by Kafka (controller), is taken")
                    .hasMessageContaining("./whistle up --port ");
        }
    }

    @Test
    void portsOfPartsThatAreNotStarted_mayBeTaken(@TempDir Path home) throws IOException {
        Ports ports = Ports.ephemeral();

        try (ServerSocket taken = new ServerSocket(ports.of(Part.KEYCLOAK), 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(taken.isBound()).isTrue();
            PortCheck.check(Options.in(home).withParts(Set.of(Part.POSTGRES)), ports);
        }
    }
}
