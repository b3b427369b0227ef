package org.whistle.contracts.schema;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The example of a contract with one thing changed.
 *
 * @param field path of what was changed, as schema and record name it
 * @param change what was done to it
 * @param valid whether the message still keeps the contract
 */
record Variant(Contract contract, String field, String change, boolean valid, JsonNode message) {

    @Override
    public String toString() {
        return contract + ": " + field + " " + change;
    }
}
