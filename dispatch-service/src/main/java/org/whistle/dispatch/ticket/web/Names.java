package org.whistle.dispatch.ticket.web;

import org.jspecify.annotations.Nullable;
import org.whistle.chassis.web.Language;
import org.whistle.district.District;
import org.whistle.district.Label;
import org.whistle.district.Place;

/** Names of codes in the caller's language; a code nobody knows any more stands for itself. */
record Names(District district, Language language) {

    @Nullable
    String type(@Nullable String code) {
        return code == null
                ? null
                : district.type(code).map(type -> text(type.name())).orElse(code);
    }

    @Nullable
    String condition(@Nullable String type, @Nullable String code) {
        return type == null || code == null
                ? null
                : district.condition(type, code)
                        .map(found -> text(found.name()))
                        .orElse(code);
    }

    @Nullable
    String department(@Nullable String code) {
        return code == null
                ? null
                : district.department(code).map(body -> text(body.name())).orElse(code);
    }

    String place(String code) {
        return district.place(code).map(Place::name).map(this::text).orElse(code);
    }

    String text(Label label) {
        return language.pick(label.zh(), label.en());
    }
}
