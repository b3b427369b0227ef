package org.whistle.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.whistle.acceptance.client.Answer;
import org.whistle.acceptance.client.Matter;
import org.whistle.acceptance.client.User;
import org.whistle.acceptance.client.Whistle;

/** What happens below the street, and what leaders read of it (DOMAIN.md §2, §6), on the packaged services. */
class CommunityScenariosTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String COMMUNITY = "370102009001";

    private final Whistle whistle = Running.whistle();
    private final User branch = whistle.as("branch-" + COMMUNITY);
    private final User community = whistle.as("community-" + COMMUNITY);
    private final User callAgent = whistle.as("call-agent");

    @Test
    void quarrelOfNeighbours_goesUpTheChain_andBecomesATicketOnlyAtTheStreet() {
        Matter quarrel = new Matter(whistle, COMMUNITY + "002");
        Map<String, Object> body = quarrel.body("S02", "a");
        body.put("level", "branch");
        Answer opened = quarrel.report(body);
        assertThat(opened.field("state")).contains("opened");
        assertThat(quarrel.dispatcher()
                        .get("/api/dispatch/tickets/" + quarrel.ticket())
                        .status())
                .isEqualTo(404);
        String path = "/api/intake/matters/" + quarrel.ticket();
        Answer atBranch = branch.get(path).expect(200);
        assertThat(community
                        .post(path + "/passing-up", "\"7\"", Map.of("reason", "x"))
                        .status())
                .isEqualTo(412);
        branch.decide(path, atBranch.version(), path + "/passing-up", Map.of("reason", "两次上门调解未果"))
                .expectSuccess();
        Answer atCommunity = community.get(path).expect(200);
        assertThat(atCommunity.field("level")).contains("community");
        community
                .decide(path, atCommunity.version(), path + "/passing-up", Map.of("reason", "需人社部门介入"))
                .expectSuccess();

        Answer ticket = quarrel.ticket(quarrel.dispatcher(), "dispatched");
        assertThat(ticket.json().at("/legs/0/department").asText()).isEqualTo("labour");
    }

    @Test
    void prominentMatter_isDeliberatedByItsResidents() {
        Matter parking = new Matter(whistle, COMMUNITY + "002");
        Map<String, Object> body = parking.body("S02", "a");
        body.put("matter", "prominent");
        body.put("text", "是否将绿地改为停车位");
        parking.report(body);
        String path = "/api/intake/matters/" + parking.ticket();
        Answer matter = community.get(path).expect(200);
        Map<String, Object> few = Map.of("participants", 2, "resolution", "保留绿地", "becomesTicket", false);
        Answer refused = community.decide(path, matter.version(), path + "/deliberation", few);
        assertThat(refused.status()).isIn(409, 422);
        community
                .decide(
                        path,
                        matter.version(),
                        path + "/deliberation",
                        Map.of(
                                "participants",
                                23,
                                "options",
                                List.of("改为停车位", "保留绿地"),
                                "resolution",
                                "保留绿地，另辟停车位",
                                "becomesTicket",
                                true))
                .expectSuccess();
        parking.ticket(parking.dispatcher(), "dispatched");
    }

    @Test
    void twoReportsOfOneCover_areMerged_andTheSecondReporterIsAnsweredWithTheFirst() {
        User water = whistle.as("water-supply-handler");
        Matter first = new Matter(whistle, COMMUNITY + "003");
        first.report(first.body("C0101", "b"));
        Matter second = new Matter(whistle, COMMUNITY + "003");
        second.report(second.body("C0101", "b"));
        first.ticket(first.dispatcher(), "dispatched");
        second.ticket(second.dispatcher(), "dispatched");
        // What is merged is what was seen, so intake has to have heard of the dispatch.
        second.gridWorker().await("/api/intake/reports/" + second.ticket(), PATIENCE, answer -> answer.field("state")
                .orElse("")
                .equals("dispatched"));
        Answer candidates = community.await(
                duplicates(second), PATIENCE, answer -> answer.text().contains(first.ticket()));
        community
                .decide(
                        duplicates(second),
                        candidates.version(),
                        "/api/intake/tickets/" + second.ticket() + "/merge",
                        Map.of("into", first.ticket(), "reason", "同一井盖"))
                .expectSuccess();
        second.ticket(second.dispatcher(), "merged");
        second.assignment(water, "recalled");

        first.acceptAndComplete(water);
        first.verify("fixed", List.of());
        first.callBack(callAgent, true);
        Answer fate = second.gridWorker()
                .await("/api/intake/reports/" + second.ticket(), PATIENCE, answer -> answer.text()
                        .contains(first.ticket()));
        assertThat(fate.field("mergedInto")).contains(first.ticket());
        // What is refused is the merge of a closed one, so intake has to have heard of the closing.
        first.gridWorker().await("/api/intake/reports/" + first.ticket(), PATIENCE, answer -> answer.field("state")
                .orElse("")
                .equals("closed"));
        assertThat(community
                        .decide(
                                duplicates(first),
                                community.get(duplicates(first)).version(),
                                "/api/intake/tickets/" + first.ticket() + "/merge",
                                Map.of("into", second.ticket(), "reason", "反向"))
                        .status())
                .as("a merge of a closed ticket")
                .isIn(409, 422);
    }

    @Test
    void leader_readsRatesRankingAndWarnings() {
        User leader = whistle.as("leader");
        assertThat(leader.get("/api/feedback/sla/rates").expect(200).text()).contains("satisfaction");
        Answer ranking =
                leader.get("/api/feedback/ranking?by=department&period=month").expect(200);
        assertThat(ranking.json().path("rows").isArray()).isTrue();
        leader.get("/api/feedback/backlog?by=department").expect(200);
        leader.get("/api/feedback/hot-spots").expect(200);
        leader.get("/api/feedback/about-to-breach").expect(200);
        leader.get("/api/feedback/alerts?audience=mine").expect(200);
        assertThat(leader.get("/api/feedback/ranking?by=nobody").status()).isEqualTo(400);
    }

    private static String duplicates(Matter matter) {
        return "/api/intake/duplicates?ticketId=" + matter.ticket();
    }
}
