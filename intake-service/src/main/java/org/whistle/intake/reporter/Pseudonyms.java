package org.whistle.intake.reporter;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * One pseudonym for one person, always the same. Made by a keyed hash: there are so few phone numbers that a plain one
 * is turned back by trying them all.
 */
public final class Pseudonyms {

    private static final int VERSION_8 = 0x8000;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final MacKey people;
    private final MacKey requests;

    public Pseudonyms(DataKey key) {
        this.people = key.macKeyFor("whistle/intake/pseudonym/1");
        this.requests = key.macKeyFor("whistle/intake/fingerprint/1");
    }

    /** The pseudonym of whoever has this phone, however it was written: blanks, hyphens and +86 do not count. */
    public UUID ofPhone(String phone) {
        return pseudonym("phone:" + canonical(phone));
    }

    /** The pseudonym of whoever has this account. */
    public UUID ofAccount(String account) {
        return pseudonym("account:" + account);
    }

    /** The pseudonym of a person of whom no more is known than that they stand behind this one report. */
    public UUID ofReport(UUID reportId) {
        return pseudonym("report:" + reportId);
    }

    /** A keyed hash over a request, 32 bytes. */
    public byte[] fingerprint(byte[] request) {
        return requests.hash(request);
    }

    /** The digits that name a subscriber: without marks between them, and without China's own country code. */
    static String canonical(String phone) {
        String digits = phone.replaceAll("[^0-9+]", "");
        if (digits.startsWith("+86")) {
            return digits.substring(3);
        }
        return digits.startsWith("0086") ? digits.substring(4) : digits;
    }

    private UUID pseudonym(String person) {
        ByteBuffer hash = ByteBuffer.wrap(people.hash(person.getBytes(StandardCharsets.UTF_8)));
        // Version 8 of RFC 9562: a UUID whose bits are this application's own business.
        long high = hash.getLong() & ~0xF000L | VERSION_8;
        long low = hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | VARIANT;
        return new UUID(high, low);
    }
}
