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

    /** File, line and field, as far as they are known; {@code archive} when none is. */
    public String place() {
        String place = file + (line > 0 ? ":" + line : "") + (field.isEmpty() ? "" : " " + field);
        return place.isEmpty() ? "archive" : place;
    }

    /** As a log or a terminal shows it. */
    @Override
    public String toString() {
        boolean placed = !file.isEmpty() || line > 0 || !field.isEmpty();
        return (placed ? place() + ": " : "") + messageEn;
    }
}
