package org.whistle.district;

/**
 * One thing wrong with a district's files.
 *
 * @param file name of the file; empty = the folder or archive itself
 * @param line line of the file, 1 = first; 0 = the file as a whole
 * @param field column or property at fault; empty = the row as a whole
 * @param messageZh what is wrong, in Chinese
 * @param messageEn what is wrong, in English
 */
public record Problem(String file, int line, String field, String messageZh, String messageEn) {

    /** As a log or a terminal shows it. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file);
        if (line > 0) {
            text.append(':').append(line);
        }
        if (!field.isEmpty()) {
            text.append(' ').append(field);
        }
        return text.append(text.isEmpty() ? "" : ": ").append(messageEn).toString();
    }
}
