package org.whistle.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.whistle.acceptance.client.Answer;
import org.whistle.acceptance.client.Matter;
import org.whistle.acceptance.client.User;
import org.whistle.acceptance.client.Whistle;
import org.whistle.local.LocalSystem;
import org.whistle.local.Part;

/** A service is restarted while a ticket is on its way; the ticket goes on as if nothing had been. */
// After what only looks; an orderly end leaves the classes ready, so that what is killed later is back sooner.
@Order(Integer.MAX_VALUE - 1)
class RestartTest {

    private final LocalSystem system = Running.system();
    private final Whistle whistle = Running.whistle();

    @ParameterizedTest
    @EnumSource(
            value = Part.class,
            names = {"INTAKE", "DISPATCH", "DEPARTMENT", "FEEDBACK"})
    void ticketOnItsWay_goesOn_afterAServiceWasRestarted(Part part) {
        system.awaitReady();
        Matter matter = new Matter(whistle, "370102009001004");
        User water = whistle.as("water-supply-handler");
        matter.report(matter.body("C0101", "a"));
        Answer accepted = matter.handle(water, matter.assignment(water, "issued"), "acceptance", Map.of());

        system.restart(part);

        matter.complete(water, accepted);
        matter.verify("fixed", List.of());
        assertThat(matter.callBack(whistle.as("call-agent"), true).field("state"))
                .contains("closed");
        assertThat(matter.ticket(matter.dispatcher(), "closed").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(
            value = Part.class,
            names = {"DISPATCH", "DEPARTMENT", "FEEDBACK"})
    void whatHappened_whileAServiceWasDown_reachesIt(Part part) {
        system.awaitReady();
        system.stop(part);
        Matter matter = new Matter(whistle, "370102009001004");
        try {
            matter.report(matter.body("C0101", "a"));
        } finally {
            system.start(part);
        }

        matter.acceptAndComplete(whistle.as("water-supply-handler"));
        matter.verify("fixed", List.of());
        assertThat(matter.callBack(whistle.as("call-agent"), true).field("state"))
                .contains("closed");
    }
}
