package org.whistle.intake.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whistle.contracts.community.HelpCategory;
import org.whistle.contracts.community.ListKind;
import org.whistle.intake.lists.Matching.Wanted;

class MatchingTest {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final Instant LATER = Instant.parse("2026-03-12T01:00:00Z");
    private static final Matching MATCHING = new Matching(new Matching.Weights(40, 30, 30, 50));

    @ParameterizedTest
    @CsvSource({
        // same community asked for; where the resource is for; points of 30
        "370102009001001, 370102, 30",
        "370102009001001, 370102009001, 30",
        "370102009001001, 370102009001001, 30",
        "370102009001001, 370102009001002, 24",
        "370102009001, 370102009001001, 24",
        "370102009001001, 370102009002, 15"
    })
    void nearerResources_haveMorePoints(String wanted, String offered, int points) {
        Match match = fit(wanted(List.of("老人"), wanted, null), content(List.of("老人"), offered, null, null));

        assertThat(match.reasons())
                .filteredOn(reason -> reason.part().equals("place"))
                .extracting(Match.Reason::points)
                .containsExactly(points);
        assertThat(match.score()).isEqualTo(40 + points + 30);
    }

    @Test
    void resourcesOfAnotherStreetOrCategory_doNotFit() {
        Wanted wanted = wanted(List.of(), "370102009001", null);

        assertThat(MATCHING.fit(wanted, content(List.of(), "370102001001", null, null), NOW))
                .isEmpty();
        Entry.Content legal = new Entry.Content(HelpCategory.LEGAL, List.of(), "370102", "法律咨询", "每周三", 1, null, null);
        assertThat(MATCHING.fit(wanted, legal, NOW)).isEmpty();
    }

    @Test
    void tags_countByTheShareOfThoseAskedFor_howeverTheyAreWritten() {
        Entry.Content content = content(List.of("老人", "ＷＥＥＫＥＮＤ "), "370102", null, null);

        assertThat(points("tags", wanted(List.of("weekend", "老人"), "370102009001", null), content))
                .isEqualTo(40);
        assertThat(points("tags", wanted(List.of("weekend", "钢琴"), "370102009001", null), content))
                .isEqualTo(20);
        assertThat(points("tags", wanted(List.of("钢琴"), "370102009001", null), content))
                .isZero();
        assertThat(points("tags", wanted(List.of(), "370102009001", null), content))
                .isEqualTo(20);
    }

    @Test
    void time_countsByTheShareInWhichTheResourceHolds() {
        Wanted tenDays = wanted(List.of(), "370102009001", LATER);

        assertThat(points("time", tenDays, content(List.of(), "370102", null, null)))
                .isEqualTo(30);
        assertThat(points("time", tenDays, content(List.of(), "370102", NOW.plusSeconds(5 * 86_400), null)))
                .isEqualTo(15);
        assertThat(MATCHING.fit(tenDays, content(List.of(), "370102", LATER, null), NOW))
                .as("it begins when the need is over")
                .isEmpty();
        assertThat(MATCHING.fit(tenDays, content(List.of(), "370102", null, NOW), NOW))
                .as("it is over now")
                .isEmpty();
        assertThat(points("time", wanted(List.of(), "370102009001", null), content(List.of(), "370102", null, LATER)))
                .isEqualTo(15);
    }

    @Test
    void match_isProposed_onlyWithPointsEnough_andRoom() {
        Wanted wanted = wanted(List.of("钢琴"), "370102009001", null);
        Entry near = resource(content(List.of("老人"), "370102", null, null), 1, 0);
        Entry far = resource(content(List.of("老人"), "370102009002", null, null), 1, 0);

        assertThat(MATCHING.propose(wanted, near, NOW)).map(Match::score).contains(60);
        assertThat(MATCHING.propose(wanted, far, NOW)).as("45 of 100").isEmpty();
        assertThat(MATCHING.propose(wanted, resource(near.content(), 1, 1), NOW))
                .isEmpty();
    }

    @Test
    void reasons_areWords_inBothLanguages() {
        Match match = fit(wanted(List.of("老人"), "370102009001", null), content(List.of("老人"), "370102", null, null));

        assertThat(match.reasons()).extracting(Match.Reason::part).containsExactly("tags", "place", "time");
        assertThat(match.reasons().getFirst().words().zh()).isEqualTo("相同标签：老人");
        assertThat(match.reasons().getFirst().words().en()).isEqualTo("tags in common: 老人");
    }

    private static int points(String part, Wanted wanted, Entry.Content resource) {
        return fit(wanted, resource).reasons().stream()
                .filter(reason -> reason.part().equals(part))
                .mapToInt(Match.Reason::points)
                .sum();
    }

    private static Match fit(Wanted wanted, Entry.Content resource) {
        return MATCHING.fit(wanted, resource, NOW).orElseThrow();
    }

    private static Wanted wanted(List<String> tags, String area, @Nullable Instant until) {
        return new Wanted(HelpCategory.COMPANIONSHIP, tags, area, null, until);
    }

    private static Entry.Content content(
            List<String> tags, String area, @Nullable Instant from, @Nullable Instant until) {
        return new Entry.Content(HelpCategory.COMPANIONSHIP, tags, area, "陪伴", "周末上门", 1, from, until);
    }

    private static Entry resource(Entry.Content content, int capacity, int used) {
        Entry.Content with = new Entry.Content(
                content.category(),
                content.tags(),
                content.area(),
                content.title(),
                content.text(),
                capacity,
                content.from(),
                content.until());
        return new Entry(UUID.randomUUID(), ListKind.RESOURCE, Entry.State.OPEN, with, "civil-affairs", "civil", used);
    }
}
