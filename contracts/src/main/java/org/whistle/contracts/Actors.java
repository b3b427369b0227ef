package org.whistle.contracts;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.dispatch.Why;

/**
 * Finds who stands behind a message, so that no type of message can be forgotten where that is asked: its last component
 * of type {@link Actor} (of several, the one whose act it is: a request is sent by the manager who endorses it), or the one
 * in its {@link Why}.
 */
public final class Actors {

    private static final ClassValue<Optional<Method>> NAMED = new ClassValue<>() {
        @Override
        protected Optional<Method> computeValue(Class<?> type) {
            return type.isRecord()
                    ? Arrays.stream(type.getRecordComponents())
                            .filter(component -> component.getType() == Actor.class || component.getType() == Why.class)
                            .reduce((earlier, last) -> last)
                            .map(RecordComponent::getAccessor)
                    : Optional.empty();
        }
    };

    private Actors() {}

    /** The person who decided or did it; empty when nobody is named, or the system is. */
    public static Optional<Actor> personBehind(Message message) {
        return NAMED.get(message.getClass())
                .map(accessor -> actor(accessor, message))
                .filter(actor -> !actor.equals(Actor.SYSTEM));
    }

    private static @Nullable Actor actor(Method accessor, Message message) {
        try {
            return switch (accessor.invoke(message)) {
                case Actor actor -> actor;
                case Why why -> why.decidedBy();
                case null, default -> null;
            };
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a record's own accessor failed", e);
        }
    }
}
