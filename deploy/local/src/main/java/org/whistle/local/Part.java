package org.whistle.local;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.whistle.local.text.LocalException;
import org.whistle.local.text.Text;

/** The parts of the local system, in the order in which they are started. */
public enum Part {
    POSTGRES("postgres", "PostgreSQL", 7),
    KAFKA("kafka", "Kafka", 8),
    KEYCLOAK("keycloak", "Keycloak", 5),
    INTAKE("intake", "intake-service", 1),
    DISPATCH("dispatch", "dispatch-service", 2),
    DEPARTMENT("department", "department-service", 3),
    FEEDBACK("feedback", "feedback-service", 4),
    FRONT_DOOR("front-door", "front door", 0);

    private final String id;
    private final String title;
    private final int portOffset;

    Part(String id, String title, int portOffset) {
        this.id = id;
        this.title = title;
        this.portOffset = portOffset;
    }

    /** Short name: of logs, records and on the command line. */
    public String id() {
        return id;
    }

    /** Name for people. */
    public String title() {
        return title;
    }

    /** Distance of its port from the front door's. */
    public int portOffset() {
        return portOffset;
    }

    /** Whether it is one of the four services. */
    public boolean isService() {
        return switch (this) {
            case INTAKE, DISPATCH, DEPARTMENT, FEEDBACK -> true;
            case POSTGRES, KAFKA, KEYCLOAK, FRONT_DOOR -> false;
        };
    }

    /** Everything. */
    public static Set<Part> all() {
        return EnumSet.allOf(Part.class);
    }

    /** Everything but the services. */
    public static Set<Part> infrastructure() {
        return EnumSet.of(POSTGRES, KAFKA, KEYCLOAK, FRONT_DOOR);
    }

    /** The four services. */
    public static Set<Part> services() {
        return EnumSet.of(INTAKE, DISPATCH, DEPARTMENT, FEEDBACK);
    }

    /**
     * Finds a part by its short name.
     *
     * @throws LocalException when there is none such
     */
    public static Part of(String id) {
        for (Part part : values()) {
            if (part.id.equals(id)) {
                return part;
            }
        }
        throw new LocalException(new Text(
                "没有这个部分：" + id + "（可选：" + names() + "）", "no part is called " + id + " (there are: " + names() + ")"));
    }

    /**
     * Reads a comma-separated list of short names; {@code infrastructure}, {@code services} and {@code all} stand for
     * their members.
     *
     * @throws LocalException when a name is unknown
     */
    public static Set<Part> parse(String list) {
        EnumSet<Part> parts = EnumSet.noneOf(Part.class);
        for (String name : list.toLowerCase(Locale.ROOT).split(",")) {
            switch (name.strip()) {
                case "all" -> parts.addAll(all());
                case "infrastructure" -> parts.addAll(infrastructure());
                case "services" -> parts.addAll(services());
                default -> parts.add(of(name.strip()));
            }
        }
        return parts;
    }

    private static String names() {
        StringBuilder names = new StringBuilder("infrastructure, services");
        for (Part part : values()) {
            names.append(", ").append(part.id);
        }
        return names.toString();
    }
}
