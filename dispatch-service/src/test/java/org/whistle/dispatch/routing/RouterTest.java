package org.whistle.dispatch.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.whistle.contracts.Place;
import org.whistle.contracts.dispatch.TicketQueued.Reason;
import org.whistle.contracts.dispatch.Why;
import org.whistle.dispatch.Districts;
import org.whistle.district.Condition;
import org.whistle.district.District;
import org.whistle.district.RoutingRule;

class RouterTest {

    /** A grid of 甸柳街道; the sample's duty lists leave most types alone there. */
    private static final String GRID = Districts.SAMPLE
            .childrenOf(Districts.SAMPLE.childrenOf("370102009").getFirst().code())
            .getFirst()
            .code();

    private static final Router SAMPLE = new Router(Districts.SAMPLE);
    /** The sample without duty lists: what the rules alone say. */
    private static final Router RULES_ALONE =
            new Router(Districts.with("duty-lists.csv", rows -> "street,type,mode\n"));

    static Stream<Arguments> catalogue() {
        return Districts.SAMPLE.types().stream().flatMap(type -> type.conditions().stream()
                .map(condition -> Arguments.of(type.code(), condition.code(), condition)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("catalogue")
    void everyRowOfTheCatalogue_goesToItsLead(String type, String condition, Condition row) {
        Answer answer = RULES_ALONE.route(matter(type, condition, GRID, null, null));
        if (type.equals("C0123")) {
            assertThat(answer).isInstanceOfSatisfying(Answer.Queue.class, queue -> {
                assertThat(queue.reason()).isEqualTo(Reason.SEVERAL_ANSWERS);
                assertThat(queue.candidates()).hasSizeGreaterThan(1);
            });
        } else if (row.lead().equals("asset-owner")) {
            assertThat(answer).isInstanceOfSatisfying(Answer.Queue.class, queue -> assertThat(queue.reason())
                    .isEqualTo(Reason.OWNER_UNKNOWN));
        } else {
            assertThat(answer).isInstanceOfSatisfying(Answer.Dispatch.class, dispatch -> {
                assertThat(dispatch.lead()).isEqualTo(row.lead());
                assertThat(dispatch.why().basis()).isEqualTo(Why.Basis.RULE);
                assertThat(dispatch.why().rule()).isEqualTo("R-" + type + "-" + condition);
                if (row.joint()) {
                    assertThat(dispatch.cooperating())
                            .isEqualTo(row.cooperating().stream()
                                    .filter(body -> !body.equals("asset-owner"))
                                    .toList());
                } else {
                    assertThat(dispatch.cooperating()).isEmpty();
                }
            });
        }
    }

    @Test
    void why_namesRuleVersionAndFacts() {
        Why why = dispatch(SAMPLE.route(matter("C0101", "a", GRID, null, "unreadable")))
                .why();
        assertThat(why.policyVersion()).isEqualTo(Districts.SAMPLE.version());
        assertThat(why.facts())
                .containsExactly(
                        "type=C0101", "condition=a", "kind=component", "place=" + GRID, "assetMark=unreadable");
        assertThat(why.decidedBy().account()).isEqualTo("system");
    }

    @Test
    void considered_areTheRulesForTheMatter_theOneThatCountsMostFirst() {
        Router router = new Router(Districts.with(
                "rules.csv",
                rows -> rows
                        + "R-STREET,C0101,a,370102009,,power,,no,20,本街道,This street\n"
                        + "R-ELSEWHERE,C0101,a,370102001,,gas,,no,30,别处,Elsewhere\n"
                        + "R-OWNED,C0101,,,telecom,telecom,,no,30,产权,Owned\n"));
        assertThat(router.considered("C0101", "a", GRID, null))
                .extracting(RoutingRule::id)
                .containsExactly("R-STREET", "R-C0101-a");
        assertThat(router.considered("C0101", "a", GRID, "telecom"))
                .extracting(RoutingRule::id)
                .containsExactly("R-C0101-owner", "R-OWNED", "R-STREET", "R-C0101-a");
        assertThat(router.considered("C0101", "z", GRID, null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({",", "C0101,", "C0101,z", "X9999,a"})
    void unclassifiedMatter_waitsForAPerson(@Nullable String type, @Nullable String condition) {
        assertThat(queued(SAMPLE.route(matter(type, condition, GRID, null, null)))
                        .reason())
                .isEqualTo(Reason.UNCLASSIFIED);
    }

    @Test
    void component_goesToItsOwner_byAssetId() {
        Answer.Dispatch answer = dispatch(SAMPLE.route(matter("C0102", "a", GRID, "370102001-C0101-0001", null)));
        assertThat(answer.lead()).isEqualTo("water-supply");
        assertThat(answer.why().basis()).isEqualTo(Why.Basis.ASSET_OWNER);
        assertThat(answer.why().rule()).isEqualTo("R-C0102-owner");
        assertThat(answer.why().facts()).contains("assetOwner=water-supply");
    }

    @Test
    void component_goesToItsOwner_byTheMark() {
        assertThat(dispatch(SAMPLE.route(matter("C0101", "a", GRID, "unknown-id", "WS001-0001")))
                        .lead())
                .isEqualTo("drainage");
    }

    @Test
    void unknownCover_goesToItsOwner_onceTheRegisterKnowsOne() {
        String asset = Districts.SAMPLE.assets().stream()
                .filter(a -> a.type().equals("C0123") && "telecom".equals(a.owner()))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(dispatch(SAMPLE.route(matter("C0123", "a", GRID, asset, null)))
                        .lead())
                .isEqualTo("telecom");
    }

    @Test
    void owner_doesNotChangeWhoHandlesAnEvent() {
        assertThat(dispatch(RULES_ALONE.route(matter("E0101", "a", GRID, "370102001-C0101-0001", null)))
                        .lead())
                .isEqualTo(
                        Districts.SAMPLE.condition("E0101", "a").orElseThrow().lead());
    }

    @Test
    void rule_ofTheStreet_isMoreExact() {
        Answer.Dispatch there = dispatch(RULES_ALONE.route(matter("E0122", "a", firstGrid("370102012"), null, null)));
        assertThat(there.why().rule()).isEqualTo("R-E0122-012");
        assertThat(there.cooperating()).containsExactly("planning", "law-enforcement");
        assertThat(dispatch(RULES_ALONE.route(matter("E0122", "a", GRID, null, null)))
                        .why()
                        .rule())
                .isEqualTo("R-E0122-a");
    }

    @Test
    void ownDuty_goesToTheStreet() {
        Answer.Dispatch answer = dispatch(duty("own", "E0101").route(matter("E0101", "a", GRID, null, null)));
        assertThat(answer.lead()).isEqualTo("street");
        assertThat(answer.cooperating()).isEmpty();
        assertThat(answer.why().basis()).isEqualTo(Why.Basis.DUTY_LIST);
        assertThat(answer.why().facts()).contains("duty=own");
    }

    @Test
    void assistDuty_leavesTheLeadToTheDepartment_andTheStreetCooperates() {
        Answer.Dispatch answer = dispatch(duty("assist", "E0110").route(matter("E0110", "a", GRID, null, null)));
        assertThat(answer.lead())
                .isEqualTo(
                        Districts.SAMPLE.condition("E0110", "a").orElseThrow().lead());
        assertThat(answer.cooperating()).endsWith("street");
        assertThat(answer.why().basis()).isEqualTo(Why.Basis.DUTY_LIST);
        assertThat(answer.why().rule()).isEqualTo("R-E0110-a");
    }

    @Test
    void upwardDuty_isNeverPushedDownToTheStreet() {
        Router upward =
                new Router(Districts.with("duty-lists.csv", rows -> "street,type,mode\n370102009,E0110,upward\n" + ""));
        assertThat(dispatch(upward.route(matter("E0110", "a", GRID, null, null)))
                        .lead())
                .isNotEqualTo("street");
        District pushed = District.read(Districts.zipWith(java.util.Map.of(
                "duty-lists.csv", rows -> "street,type,mode\n370102009,E0110,upward\n",
                "rules.csv", rows -> rows + "R-DOWN,E0110,,370102009,,street,,no,900,x,x\n")));
        assertThat(queued(new Router(pushed).route(matter("E0110", "a", GRID, null, null)))
                        .reason())
                .isEqualTo(Reason.NO_ANSWER);
    }

    @Test
    void rulesOfTheSameRank_withDifferentLeads_areSeveralAnswers() {
        Router router = rules("R-1,E0101,,370102009,,parks,,no,700,x,x\nR-2,E0101,,370102009,,housing,,no,700,x,x\n");
        Answer.Queue queue = queued(router.route(matter("E0101", "a", GRID, null, null)));
        assertThat(queue.reason()).isEqualTo(Reason.SEVERAL_ANSWERS);
        assertThat(queue.candidates()).containsExactly("parks", "housing");
    }

    @Test
    void rulesOfTheSameRank_withTheSameLead_areOneAnswer() {
        Router router = rules("R-1,E0101,,370102009,,parks,,no,700,x,x\nR-2,E0101,,370102009,,parks,,no,700,x,x\n");
        assertThat(dispatch(router.route(matter("E0101", "a", GRID, null, null)))
                        .why()
                        .rule())
                .isEqualTo("R-1");
    }

    @Test
    void higherPriority_beatsAMoreExactPlace() {
        Router router = rules("R-1,E0101,,370102009,,parks,,no,700,x,x\nR-2,E0101,,,,housing,,no,800,x,x\n");
        assertThat(dispatch(router.route(matter("E0101", "a", GRID, null, null)))
                        .lead())
                .isEqualTo("housing");
    }

    @Test
    void moreExactPlace_beatsALessExactOne() {
        Router router = rules("R-1,E0101,,370102009,,parks,,no,700,x,x\nR-2,E0101,," + GRID.substring(0, 12)
                + ",,housing,,no,700,x,x\n");
        assertThat(dispatch(router.route(matter("E0101", "a", GRID, null, null)))
                        .lead())
                .isEqualTo("housing");
    }

    @Test
    void ruleForACertainOwner_beatsTheRuleForAnyOwner() {
        Router router = rules("R-1,C0101,,,water-supply,water-affairs,,no,50,x,x\n");
        assertThat(dispatch(router.route(matter("C0101", "a", GRID, "370102001-C0101-0001", null)))
                        .lead())
                .isEqualTo("water-affairs");
    }

    private static Router rules(String added) {
        return new Router(District.read(Districts.zipWith(
                java.util.Map.of("rules.csv", rows -> rows + added, "duty-lists.csv", rows -> "street,type,mode\n"))));
    }

    private static Router duty(String mode, String type) {
        return new Router(
                Districts.with("duty-lists.csv", rows -> "street,type,mode\n370102009," + type + "," + mode + "\n"));
    }

    private static String firstGrid(String street) {
        return Districts.SAMPLE
                .childrenOf(Districts.SAMPLE.childrenOf(street).getFirst().code())
                .getFirst()
                .code();
    }

    private static Matter matter(
            @Nullable String type,
            @Nullable String condition,
            String grid,
            @Nullable String assetId,
            @Nullable String mark) {
        return new Matter(type, condition, Place.ofGrid(grid), assetId, mark, null);
    }

    private static Answer.Dispatch dispatch(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Dispatch.class);
        return (Answer.Dispatch) answer;
    }

    private static Answer.Queue queued(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Queue.class);
        return (Answer.Queue) answer;
    }
}
