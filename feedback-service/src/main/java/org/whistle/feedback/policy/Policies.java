package org.whistle.feedback.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The figures in force: those of the configuration, until a district brings its own limits and shares. */
@ApplicationScoped
public class Policies {

    private final FeedbackPolicy configured;
    private volatile FeedbackPolicy current;
    private volatile AppealLimit appealLimit = AppealLimit.DEFAULT;

    Policies(
            @ConfigProperty(name = "whistle.stage.dispatch", defaultValue = "PT15M") Duration dispatch,
            @ConfigProperty(name = "whistle.stage.verify", defaultValue = "PT30M") Duration verify,
            @ConfigProperty(name = "whistle.stage.contact", defaultValue = "PT24H") Duration contact,
            @ConfigProperty(name = "whistle.threshold.warning", defaultValue = "80") int warn,
            @ConfigProperty(name = "whistle.threshold.breach", defaultValue = "100") int breach,
            @ConfigProperty(name = "whistle.threshold.supervision", defaultValue = "150") int supervise,
            @ConfigProperty(name = "whistle.verification.max-metres", defaultValue = "500") int maxMetres,
            @ConfigProperty(name = "whistle.verification.min-photos", defaultValue = "0") int minPhotos,
            @ConfigProperty(name = "whistle.callback.attempts-before-closing", defaultValue = "3") int attempts) {
        configured =
                new FeedbackPolicy(dispatch, verify, contact, warn, breach, supervise, maxMetres, minPhotos, attempts);
        current = configured;
    }

    /** The figures for what begins now; what runs keeps its instants. */
    public FeedbackPolicy current() {
        return current;
    }

    /** A district's own limits and shares take the place of the configured ones. */
    public void use(FeedbackPolicy own) {
        current = own;
    }

    /** The figures before any district brought its own. */
    public FeedbackPolicy configured() {
        return configured;
    }

    /** The figures with a district's own limits and shares. */
    public FeedbackPolicy with(Duration dispatch, Duration verify, int warn, int breach, int supervise) {
        return new FeedbackPolicy(
                dispatch,
                verify,
                configured.contact(),
                warn,
                breach,
                supervise,
                configured.maxMetres(),
                configured.minPhotos(),
                configured.attemptsBeforeClosing());
    }

    /** How long a department may appeal. */
    public AppealLimit appealLimit() {
        return appealLimit;
    }

    /** A district's own limit of appeals, by its own calendar. */
    public void use(AppealLimit limit) {
        appealLimit = limit;
    }
}
