package org.whistle.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.EventTypes;
import org.whistle.contracts.Message;
import org.whistle.contracts.WireFormat;
import org.whistle.contracts.assignment.AssignmentRecalled;
import org.whistle.contracts.community.CommunityEvent;
import org.whistle.contracts.dispatch.TicketQueued;
import org.whistle.contracts.feedback.Stage;
import org.whistle.contracts.feedback.TicketClosed;

class StoryTest {

    @Test
    void story_canTell_everyMessageOfATicket() throws ReflectiveOperationException {
        Story story = Story.begin();
        Set<Class<?>> told = new HashSet<>(tell(story, story));
        for (Record byway :
                List.of(new Neighbourhood(story), new Requests(story), new Meetings(story), new Oversight(story))) {
            told.addAll(tell(story, byway));
        }

        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(EventTypes.all().values().stream()
                        .map(EventTypes.EventType::record)
                        // Wishes and lists are no ticket's story; they have a topic of their own.
                        .filter(record -> !CommunityEvent.class.isAssignableFrom(record))
                        .toList());
    }

    private static Set<Class<?>> tell(Story story, Object teller) throws ReflectiveOperationException {
        Set<Class<?>> told = new HashSet<>();
        for (Method method : teller.getClass().getDeclaredMethods()) {
            if (Message.class.isAssignableFrom(method.getReturnType()) && Modifier.isPublic(method.getModifiers())) {
                Message message = (Message) method.invoke(
                        teller,
                        Arrays.stream(method.getParameterTypes())
                                .map(StoryTest::argument)
                                .toArray());
                assertThat(message.key()).isEqualTo(story.ticketId());
                assertThat(WireFormat.read(EventTypes.nameOf(message), WireFormat.write(message)))
                        .isEqualTo(message);
                told.add(message.getClass());
            }
        }
        return told;
    }

    private static Object argument(Class<?> type) {
        if (type == boolean.class) {
            return true;
        } else if (type == int.class) {
            return 1;
        } else if (type == TicketQueued.Reason.class) {
            return TicketQueued.Reason.NO_ANSWER;
        } else if (type == AssignmentRecalled.Cause.class) {
            return AssignmentRecalled.Cause.RETURN_APPROVED;
        } else if (type == TicketClosed.Outcome.class) {
            return TicketClosed.Outcome.SOLVED;
        } else if (type == Stage.class) {
            return Stage.HANDLE;
        }
        return Journal.newId();
    }
}
