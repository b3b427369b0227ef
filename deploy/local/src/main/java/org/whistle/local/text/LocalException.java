package org.whistle.local.text;

import java.util.List;

/** Something the person at the terminal can act on; shown as a sentence, never as a stack trace. */
public final class LocalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Text text;
    private final transient List<String> details;

    public LocalException(Text text) {
        this(text, List.of());
    }

    /** @param details lines to show below the sentence, such as the end of a log */
    public LocalException(Text text, List<String> details) {
        super(text.en());
        this.text = text;
        this.details = List.copyOf(details);
    }

    public LocalException(Text text, Throwable cause) {
        super(text.en(), cause);
        this.text = text;
        this.details = List.of();
    }

    /** What to tell the person. */
    public Text text() {
        return text;
    }

    /** Lines to show below it. */
    public List<String> details() {
        return details;
    }
}
