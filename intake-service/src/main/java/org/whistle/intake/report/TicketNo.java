package org.whistle.intake.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * The number people read out: street, day in China, six characters of Crockford's alphabet, which has no I, L, O or U
 * to be misheard. Example: {@code 370102009-20260302-7K3M9Q}.
 */
public final class TicketNo {

    /** How many numbers there are for a street and a day. */
    public static final int NUMBERS = 1 << 30;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int LENGTH = 6;
    private static final int BITS_PER_CHARACTER = 5;

    /** Odd, so that multiplying by it modulo 2³⁰ gives each number once; about the golden ratio, so that it scatters. */
    private static final long SCATTER = 663_608_941L;

    private TicketNo() {}

    /**
     * The ticket number of a street at an instant.
     *
     * @param number 0 … 2³⁰ − 1; different numbers give different ends, and neighbours look unlike each other, so that a
     *     slip of the tongue meets no other ticket
     */
    public static String of(String street, Instant at, int number) {
        if (number < 0 || number >= NUMBERS) {
            throw new IllegalArgumentException("not a ticket's number: " + number);
        }
        long scattered = number * SCATTER & (NUMBERS - 1);
        char[] end = new char[LENGTH];
        for (int i = LENGTH - 1; i >= 0; i--) {
            end[i] = ALPHABET[(int) (scattered & (ALPHABET.length - 1))];
            scattered >>= BITS_PER_CHARACTER;
        }
        return street + '-' + at.atZone(ZONE).toLocalDate().format(DAY) + '-' + new String(end);
    }
}
