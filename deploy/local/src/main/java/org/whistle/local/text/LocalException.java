package org.whistle.local.text;

/** Something the person at the terminal can act on; shown as a sentence, never as a stack trace. */
public final class LocalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Text text;

    public LocalException(Text text) {
        super(text.en());
        this.text = text;
    }

    public LocalException(Text text, Throwable cause) {
        super(text.en(), cause);
        this.text = text;
    }

    /** What to tell the person. */
    public Text text() {
        return text;
    }
}
