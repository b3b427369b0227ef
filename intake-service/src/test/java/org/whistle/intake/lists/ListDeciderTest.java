package org.whistle.intake.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.whistle.chassis.problem.ProblemCode;
import org.whistle.contracts.Actor;
import org.whistle.contracts.community.CommunityEvent;
import org.whistle.contracts.community.EntriesMatched;
import org.whistle.contracts.community.EntryListed;
import org.whistle.contracts.community.EntryRetired;
import org.whistle.contracts.community.HelpCategory;
import org.whistle.contracts.community.ListKind;

class ListDeciderTest {

    private static final UUID ID = UUID.fromString("019cb0a5-7c1e-7b7a-9d0c-3f6f1a2b3c4d");
    private static final UUID PROJECT = UUID.fromString("019cb0a5-7c1e-7b7a-9d0c-3f6f1a2b3c6f");
    private static final Instant AT = Instant.parse("2026-03-02T01:00:00Z");
    private static final Matching MATCHING = new Matching(new Matching.Weights(40, 30, 30, 50));
    private static final By COMMUNITY = by("community", null, "community");
    private static final By RESIDENT = by("resident", null, "resident");
    private static final By CIVIL = by("civil-1", "civil-affairs", "handler");
    private static final By PROPERTY = by("property-1", "property", "manager");

    @Test
    void needs_areListedByTheCommunityAndBodies_resourcesByResidentsToo() {
        assertThat(events(ListDecider.list(ID, ListKind.NEED, content(1), COMMUNITY)))
                .containsExactly(listed(ListKind.NEED, null, 1, COMMUNITY));
        assertThat(events(ListDecider.list(ID, ListKind.RESOURCE, content(3), CIVIL)))
                .containsExactly(listed(ListKind.RESOURCE, "civil-affairs", 3, CIVIL));
        assertThat(events(ListDecider.list(ID, ListKind.RESOURCE, content(1), RESIDENT)))
                .containsExactly(listed(ListKind.RESOURCE, null, 1, RESIDENT));
        assertThat(refused(ListDecider.list(ID, ListKind.NEED, content(1), RESIDENT)))
                .isEqualTo(ListRule.LIST_NOT_YOURS);
    }

    @Test
    void entry_isChanged_byWhoseItIs_andNotBelowWhatItServes() {
        Entry entry = entry(ListKind.RESOURCE, "civil-affairs", 3, 2);

        assertThat(events(ListDecider.change(entry, content(2), CIVIL)))
                .containsExactly(listed(ListKind.RESOURCE, "civil-affairs", 2, CIVIL));
        assertThat(refused(ListDecider.change(entry, content(1), CIVIL))).isEqualTo(ListRule.ENTRY_IN_USE);
        assertThat(refused(ListDecider.change(entry, content(2), PROPERTY))).isEqualTo(ListRule.ENTRY_OF_ANOTHER);
        assertThat(refused(ListDecider.change(entry, content(2), COMMUNITY))).isEqualTo(ListRule.ENTRY_OF_ANOTHER);
    }

    @Test
    void entry_isRetired_once() {
        Entry entry = entry(ListKind.NEED, null, 1, 0);

        assertThat(events(ListDecider.retire(entry, COMMUNITY)))
                .containsExactly(new EntryRetired(ID, ListKind.NEED, COMMUNITY.actor(), AT));
        assertThat(refused(ListDecider.retire(in(entry, Entry.State.RETIRED), COMMUNITY)))
                .isEqualTo(ListRule.ENTRY_RETIRED);
        assertThat(refused(ListDecider.retire(in(entry, Entry.State.MET), COMMUNITY)))
                .isEqualTo(ListRule.ENTRY_MET);
        assertThat(refused(ListDecider.retire(entry, CIVIL))).isEqualTo(ListRule.ENTRY_OF_ANOTHER);
    }

    @Test
    void match_isAcceptedByTheCommunity_andBecomesAProjectOfTheBodyThatHelps() {
        Entry need = entry(ListKind.NEED, null, 1, 0);
        Entry resource = entry(ListKind.RESOURCE, "civil-affairs", 3, 0);

        assertThat(events(ListDecider.match(PROJECT, need, resource, MATCHING, COMMUNITY)))
                .containsExactly(
                        new EntriesMatched(PROJECT, ID, ID, 100, COMMUNITY.actor(), AT),
                        new EntryListed(
                                PROJECT,
                                ListKind.PROJECT,
                                HelpCategory.COMPANIONSHIP,
                                List.of("老人"),
                                "370102009001",
                                "civil-affairs",
                                1,
                                null,
                                null,
                                COMMUNITY.actor(),
                                AT));
        assertThat(refused(ListDecider.match(PROJECT, need, resource, MATCHING, CIVIL)))
                .isEqualTo(ListRule.MATCH_NOT_YOURS);
    }

    @Test
    void match_isRefused_whenItCannotBe() {
        Entry need = entry(ListKind.NEED, null, 1, 0);
        Entry resource = entry(ListKind.RESOURCE, "civil-affairs", 3, 0);

        assertThat(refused(ListDecider.match(PROJECT, resource, need, MATCHING, COMMUNITY)))
                .isEqualTo(ListRule.MATCH_WRONG_LISTS);
        assertThat(refused(ListDecider.match(PROJECT, in(need, Entry.State.MET), resource, MATCHING, COMMUNITY)))
                .isEqualTo(ListRule.ENTRY_MET);
        assertThat(refused(ListDecider.match(PROJECT, need, in(resource, Entry.State.RETIRED), MATCHING, COMMUNITY)))
                .isEqualTo(ListRule.ENTRY_RETIRED);
        Entry full = entry(ListKind.RESOURCE, "civil-affairs", 3, 3);
        assertThat(refused(ListDecider.match(PROJECT, need, full, MATCHING, COMMUNITY)))
                .isEqualTo(ListRule.RESOURCE_EXHAUSTED);
        Entry.Content legal = new Entry.Content(HelpCategory.LEGAL, List.of(), "370102", "法律", "咨询", 1, null, null);
        Entry other = new Entry(ID, ListKind.RESOURCE, Entry.State.OPEN, legal, "justice", "justice-1", 0);
        assertThat(refused(ListDecider.match(PROJECT, need, other, MATCHING, COMMUNITY)))
                .isEqualTo(ListRule.MATCH_DOES_NOT_FIT);
    }

    private static EntryListed listed(ListKind list, @Nullable String department, int capacity, By by) {
        return new EntryListed(
                ID,
                list,
                HelpCategory.COMPANIONSHIP,
                List.of("老人"),
                "370102009001",
                department,
                capacity,
                null,
                null,
                by.actor(),
                AT);
    }

    private static Entry.Content content(int capacity) {
        return new Entry.Content(
                HelpCategory.COMPANIONSHIP, List.of("老人"), "370102009001", "陪伴", "周末", capacity, null, null);
    }

    private static Entry entry(ListKind list, @Nullable String department, int capacity, int used) {
        return new Entry(ID, list, Entry.State.OPEN, content(capacity), department, "community", used);
    }

    private static Entry in(Entry entry, Entry.State state) {
        return new Entry(
                entry.id(), entry.list(), state, entry.content(), entry.department(), entry.listedBy(), entry.used());
    }

    private static By by(String account, @Nullable String department, String role) {
        return new By(new Actor(account, department), Set.of(role), AT);
    }

    private static List<CommunityEvent> events(ListDecider.Answer answer) {
        if (!(answer instanceof ListDecider.Answer.Accepted accepted)) {
            throw new AssertionError("refused: " + answer);
        }
        return accepted.events();
    }

    private static ProblemCode refused(ListDecider.Answer answer) {
        if (!(answer instanceof ListDecider.Answer.Refused refused)) {
            throw new AssertionError("accepted: " + answer);
        }
        return refused.why().rule();
    }
}
