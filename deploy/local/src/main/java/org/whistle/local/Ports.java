package org.whistle.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The ports of one local system: ten in a row, the front door's first.
 *
 * @param base port of the front door, 1 to 65526
 */
public record Ports(int base) {

    /** Port of the front door when nobody says otherwise. */
    public static final int DEFAULT = 8080;

    private static final int IN_A_ROW = 10;
    private static final int KEYCLOAK_MANAGEMENT = 6;
    private static final int KAFKA_CONTROLLER = 9;

    /** Below the range from which systems hand out ports of outgoing connections. */
    private static final int LOWEST_FREE = 20_000;

    private static final int HIGHEST_FREE = 32_000;
    private static final int ATTEMPTS = 500;

    public Ports {
        if (base < 1 || base > 65_535 - IN_A_ROW + 1) {
            throw new IllegalArgumentException("port out of range: " + base);
        }
    }

    /** Ten free ports in a row, for systems that live as long as a test. */
    public static Ports ephemeral() {
        for (int i = 0; i < ATTEMPTS; i++) {
            int steps = (HIGHEST_FREE - LOWEST_FREE) / IN_A_ROW;
            Ports ports = new Ports(
                    LOWEST_FREE + IN_A_ROW * ThreadLocalRandom.current().nextInt(steps));
            if (ports.all().values().stream().allMatch(port -> isFree("127.0.0.1", port))) {
                return ports;
            }
        }
        throw new IllegalStateException("no ten free ports in a row between " + LOWEST_FREE + " and " + HIGHEST_FREE);
    }

    /** Port of a part. */
    public int of(Part part) {
        return base + part.portOffset();
    }

    /** Port of Keycloak's health endpoint. */
    public int keycloakManagement() {
        return base + KEYCLOAK_MANAGEMENT;
    }

    /** Port of Kafka's controller. */
    public int kafkaController() {
        return base + KAFKA_CONTROLLER;
    }

    /** Every port by what it is for. */
    public Map<String, Integer> all() {
        return of(Part.all());
    }

    /** The ports of some parts by what they are for. */
    public Map<String, Integer> of(Set<Part> parts) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        for (Part part : Part.values()) {
            if (parts.contains(part)) {
                ports.put(part.title(), of(part));
            }
        }
        if (parts.contains(Part.KEYCLOAK)) {
            ports.put("Keycloak (management)", keycloakManagement());
        }
        if (parts.contains(Part.KAFKA)) {
            ports.put("Kafka (controller)", kafkaController());
        }
        return ports;
    }

    /** Whether nobody listens there now. */
    public static boolean isFree(String host, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
