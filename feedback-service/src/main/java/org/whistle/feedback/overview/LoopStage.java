package org.whistle.feedback.overview;

import java.util.List;
import org.whistle.feedback.loop.LoopStates;

/** The five stages of the loop (信息收集、问题发现、任务分办、协同处置、结果反馈) and the states in which a matter waits in each. */
public enum LoopStage {
    /** Nothing waits here: a report is a matter as soon as it is taken. */
    COLLECT("collect", List.of()),
    DISCOVER("discover", List.of(LoopStates.REPORTED)),
    DISPATCH("dispatch", List.of(LoopStates.QUEUED, LoopStates.REOPENED)),
    HANDLE("handle", List.of(LoopStates.HANDLING)),
    FEEDBACK("feedback", List.of(LoopStates.AWAITING_VERIFICATION, LoopStates.AWAITING_ANSWER));

    private final String word;
    private final List<String> states;

    LoopStage(String word, List<String> states) {
        this.word = word;
        this.states = states;
    }

    /** As it stands in the API. */
    public String word() {
        return word;
    }

    /** The states of loops that wait in this stage. */
    public List<String> states() {
        return states;
    }
}
