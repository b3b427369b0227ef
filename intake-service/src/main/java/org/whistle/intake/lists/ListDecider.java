package org.whistle.intake.lists;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.Roles;
import org.whistle.contracts.community.CommunityEvent;
import org.whistle.contracts.community.EntriesMatched;
import org.whistle.contracts.community.EntryListed;
import org.whistle.contracts.community.EntryRetired;
import org.whistle.contracts.community.ListKind;
import org.whistle.intake.report.Decision.Rejected;

/** Decides about the lists: who keeps which entry, and what comes of a match. Pure. */
public final class ListDecider {

    private ListDecider() {}

    /** The answer to a command. */
    public sealed interface Answer {

        /** It is done. @param events what happened, in its order */
        record Accepted(List<CommunityEvent> events) implements Answer {

            public Accepted {
                events = List.copyOf(events);
            }
        }

        /** A rule is against it. */
        record Refused(Rejected why) implements Answer {}
    }

    /** A new entry. */
    public static Answer list(UUID id, ListKind list, Entry.Content content, By by) {
        boolean keeps = by.organises()
                || by.body() != null
                || list == ListKind.RESOURCE && by.roles().contains(Roles.RESIDENT);
        return keeps
                ? accepted(listed(id, list, content, by.organises() ? null : by.body(), by))
                : refused(ListRule.LIST_NOT_YOURS, null);
    }

    /** An entry as it is to stand from now on; its list and whose it is stay. */
    public static Answer change(Entry entry, Entry.Content content, By by) {
        Optional<Answer> against = against(entry, by);
        if (against.isPresent()) {
            return against.get();
        }
        if (content.capacity() < entry.used()) {
            return refused(ListRule.ENTRY_IN_USE, "capacity", String.valueOf(entry.used()));
        }
        return accepted(listed(entry.id(), entry.list(), content, entry.department(), by));
    }

    /** Taken off its list; what it serves goes on. */
    public static Answer retire(Entry entry, By by) {
        return against(entry, by)
                .orElseGet(() -> accepted(new EntryRetired(entry.id(), entry.list(), by.actor(), by.at())));
    }

    /**
     * A resource meets a need: a project comes of it, under the need's own words.
     *
     * @param projectId id of the project
     */
    public static Answer match(UUID projectId, Entry need, Entry resource, Matching matching, By by) {
        if (!by.organises()) {
            return refused(ListRule.MATCH_NOT_YOURS, null);
        }
        if (need.list() != ListKind.NEED || resource.list() != ListKind.RESOURCE) {
            return refused(ListRule.MATCH_WRONG_LISTS, "resourceId");
        }
        Optional<ListRule> over = over(need).or(() -> over(resource));
        if (over.isPresent()) {
            return refused(over.get(), null);
        }
        if (resource.free() <= 0) {
            return refused(ListRule.RESOURCE_EXHAUSTED, "resourceId");
        }
        Optional<Match> fit = matching.fit(Matching.Wanted.of(need.content()), resource.content(), by.at());
        return fit.isEmpty()
                ? refused(ListRule.MATCH_DOES_NOT_FIT, "resourceId")
                : accepted(
                        new EntriesMatched(
                                projectId, need.id(), resource.id(), fit.get().score(), by.actor(), by.at()),
                        listed(projectId, ListKind.PROJECT, project(need.content()), resource.department(), by));
    }

    /** What a project that comes of a need is about. */
    public static Entry.Content project(Entry.Content need) {
        return new Entry.Content(
                need.category(), need.tags(), need.area(), need.title(), need.text(), 1, need.from(), need.until());
    }

    private static Optional<Answer> against(Entry entry, By by) {
        return over(entry)
                .or(() -> owns(entry, by) ? Optional.empty() : Optional.of(ListRule.ENTRY_OF_ANOTHER))
                .map(rule -> refused(rule, null));
    }

    private static Optional<ListRule> over(Entry entry) {
        return switch (entry.state()) {
            case OPEN -> Optional.empty();
            case MET -> Optional.of(ListRule.ENTRY_MET);
            case RETIRED -> Optional.of(ListRule.ENTRY_RETIRED);
        };
    }

    /** What no body owns is its community's, or of the volunteer who listed it. */
    private static boolean owns(Entry entry, By by) {
        return entry.department() == null
                ? by.organises() || entry.listedBy().equals(by.actor().account())
                : entry.department().equals(by.body());
    }

    private static EntryListed listed(
            UUID id, ListKind list, Entry.Content content, @Nullable String department, By by) {
        return new EntryListed(
                id,
                list,
                content.category(),
                content.tags(),
                content.area(),
                department,
                content.capacity(),
                content.from(),
                content.until(),
                by.actor(),
                by.at());
    }

    private static Answer accepted(CommunityEvent... events) {
        return new Answer.Accepted(List.of(events));
    }

    private static Answer refused(ListRule rule, @Nullable String field, Object... args) {
        return new Answer.Refused(Rejected.of(rule, field, args));
    }
}
