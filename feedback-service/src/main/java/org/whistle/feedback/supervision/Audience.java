package org.whistle.feedback.supervision;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.whistle.chassis.identity.Roles;
import org.whistle.feedback.Wording;
import org.whistle.feedback.clock.ClockStage;
import org.whistle.feedback.clock.Threshold;

/**
 * Whom an alert is for: the further a clock is past its limit, the higher it goes (DOMAIN.md §4).
 */
public enum Audience {
    /** Who handles it in the department. */
    HANDLER(Level.DEPARTMENT),
    /** The department's manager. */
    MANAGER(Level.DEPARTMENT),
    /** Grid workers and community, who verify. */
    COMMUNITY(Level.COMMUNITY),
    /** The street: its dispatchers, and supervisors and leaders of the street. */
    STREET(Level.STREET),
    /** Supervisors of the district. */
    DISTRICT(Level.DISTRICT),
    /** Leaders of the district. */
    LEADER(Level.DISTRICT);

    private static final int DIGITS_OF_DISTRICT = 6;

    private final Level level;

    Audience(Level level) {
        this.level = level;
    }

    /** How far up it is. */
    public Level level() {
        return level;
    }

    /** Whether it is told only what is its own department's. */
    public boolean isOfDepartment() {
        return level == Level.DEPARTMENT;
    }

    /** As it stands in the API. */
    public String word() {
        return Wording.word(this);
    }

    /** Whom an alert is for, from below to above. */
    public static Set<Audience> of(ClockStage stage, Threshold kind) {
        return switch (stage) {
            case ACCEPT, HANDLE, CHECK_IN -> ofLeg(kind);
            case DISPATCH -> ofUnassigned(kind);
            case VERIFY -> ofVerification(kind);
            case OVERALL -> ofWhole(kind);
        };
    }

    private static Set<Audience> ofLeg(Threshold kind) {
        return switch (kind) {
            case WARNING -> EnumSet.of(HANDLER, MANAGER);
            case BREACH, CHASING -> EnumSet.of(MANAGER, STREET);
            case SUPERVISION -> EnumSet.of(STREET, DISTRICT);
            case BULLETIN -> EnumSet.of(LEADER);
            case CHECK_IN_MISSED -> EnumSet.of(STREET);
        };
    }

    /** Nobody has it yet: that is the street's to do. */
    private static Set<Audience> ofUnassigned(Threshold kind) {
        return switch (kind) {
            case WARNING, BREACH, CHASING, CHECK_IN_MISSED -> EnumSet.of(STREET);
            case SUPERVISION -> EnumSet.of(STREET, DISTRICT);
            case BULLETIN -> EnumSet.of(LEADER);
        };
    }

    private static Set<Audience> ofVerification(Threshold kind) {
        return switch (kind) {
            case WARNING -> EnumSet.of(COMMUNITY);
            case BREACH, CHASING, CHECK_IN_MISSED -> EnumSet.of(COMMUNITY, STREET);
            case SUPERVISION -> EnumSet.of(STREET, DISTRICT);
            case BULLETIN -> EnumSet.of(LEADER);
        };
    }

    /** The whole of a ticket is the street's to bring to its end. */
    private static Set<Audience> ofWhole(Threshold kind) {
        return switch (kind) {
            case WARNING, CHASING, CHECK_IN_MISSED -> EnumSet.of(STREET);
            case BREACH -> EnumSet.of(STREET, DISTRICT);
            case SUPERVISION, BULLETIN -> EnumSet.of(DISTRICT, LEADER);
        };
    }

    /** The level an alert goes up to. */
    public static Level levelOf(ClockStage stage, Threshold kind) {
        return of(stage, kind).stream()
                .map(Audience::level)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /**
     * What somebody is told as, by roles and areas: a supervisor or leader of a district is none of each of its streets.
     *
     * @param areas place codes of 6, 9, 12 or 15 digits
     */
    public static Set<Audience> of(Set<String> roles, List<String> areas) {
        boolean district = areas.stream().anyMatch(area -> area.length() == DIGITS_OF_DISTRICT);
        boolean street = areas.stream().anyMatch(area -> area.length() > DIGITS_OF_DISTRICT);
        Set<Audience> audiences = EnumSet.noneOf(Audience.class);
        add(audiences, roles.contains(Roles.HANDLER), HANDLER);
        add(audiences, roles.contains(Roles.MANAGER), MANAGER);
        add(audiences, roles.contains(Roles.GRID_WORKER) || roles.contains(Roles.COMMUNITY), COMMUNITY);
        add(audiences, roles.contains(Roles.DISPATCHER), STREET);
        add(audiences, street && (roles.contains(Roles.SUPERVISOR) || roles.contains(Roles.LEADER)), STREET);
        add(audiences, district && roles.contains(Roles.SUPERVISOR), DISTRICT);
        add(audiences, district && roles.contains(Roles.LEADER), LEADER);
        return audiences;
    }

    private static void add(Set<Audience> audiences, boolean belongs, Audience audience) {
        if (belongs) {
            audiences.add(audience);
        }
    }

    /** All pairs of stage and kind that go to any of some audiences, as {@code handle/warning}. */
    public static List<String> subjectsOf(Set<Audience> audiences) {
        return Stream.of(ClockStage.values())
                .flatMap(stage -> stage.thresholds().stream()
                        .filter(kind -> of(stage, kind).stream().anyMatch(audiences::contains))
                        .map(kind -> subject(stage, kind)))
                .toList();
    }

    private static String subject(ClockStage stage, Threshold kind) {
        return Wording.word(stage) + "/" + kind.word();
    }

    /** How far up an alert goes; in the order from below to above. */
    public enum Level {
        DEPARTMENT,
        COMMUNITY,
        STREET,
        DISTRICT
    }
}
