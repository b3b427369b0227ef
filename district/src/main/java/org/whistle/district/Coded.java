package org.whistle.district;

import java.util.Optional;

/** Something with a stable code that stands in files, in JSON and in the database; the Java name never does. */
public interface Coded {

    /** The stable code, lower-case words with hyphens unless the published standard writes it otherwise. */
    String code();

    /** The constant of {@code type} that carries {@code code}; empty when none does. */
    static <E extends Enum<E> & Coded> Optional<E> find(Class<E> type, String code) {
        for (E constant : type.getEnumConstants()) {
            if (constant.code().equals(code)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }
}
