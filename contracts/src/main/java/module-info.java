/**
 * The shared language of the services. A named module, because only within one may a sealed type permit subtypes of
 * other packages: the events are grouped by owner, and a switch over them is still exhaustive.
 */
module org.whistle.contracts {
    requires static transitive org.jspecify;
    requires transitive com.fasterxml.jackson.annotation;
    requires com.ethlo.time;
    requires transitive com.fasterxml.jackson.core;
    requires transitive com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.datatype.jsr310;
    requires com.fasterxml.jackson.module.paramnames;

    exports org.whistle.contracts;
    exports org.whistle.contracts.assignment;
    exports org.whistle.contracts.community;
    exports org.whistle.contracts.department;
    exports org.whistle.contracts.dispatch;
    exports org.whistle.contracts.feedback;
    exports org.whistle.contracts.intake;
    exports org.whistle.contracts.reply;

    opens org.whistle.contracts;
    opens org.whistle.contracts.assignment;
    opens org.whistle.contracts.community;
    opens org.whistle.contracts.department;
    opens org.whistle.contracts.dispatch;
    opens org.whistle.contracts.feedback;
    opens org.whistle.contracts.intake;
    opens org.whistle.contracts.reply;
}
