package org.whistle.dispatch.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.Place;
import org.whistle.contracts.Position;
import org.whistle.contracts.dispatch.Why;
import org.whistle.dispatch.Districts;
import org.whistle.testkit.Story;

/** Owners the district fixed come before its register. */
class RegisteredOwnersTest {

    /** A degree of latitude is about 111 km. */
    private static final double METRE = 1 / 111_195.0;

    private final Router router = new Router(Districts.SAMPLE);
    private final RegisteredOwners fixed = new RegisteredOwners();

    @Test
    void assetId_goesToTheFixedOwner_evenWhenTheRegisterNamesAnother() {
        fix("370102001-C0101-0001", "gas", "C0101", 0);
        Answer.Dispatch answer = dispatched(route("C0101", "370102001-C0101-0001", null, 5_000));
        assertThat(answer.lead()).isEqualTo("gas");
        assertThat(answer.why().basis()).isEqualTo(Why.Basis.ASSET_OWNER);
        assertThat(answer.why().facts()).contains("assetOwner=gas", "registeredAsset=370102001-C0101-0001");
    }

    @Test
    void componentWithoutMark_goesToTheNearestFixedOwnerOfItsType() {
        fix("a", "telecom", "C0123", 0);
        fix("b", "gas", "C0123", 40);
        fix("c", "power", "C0105", 30);
        assertThat(dispatched(route("C0123", null, null, 30)).lead()).isEqualTo("gas");
        assertThat(dispatched(route("C0123", null, null, 10)).lead()).isEqualTo("telecom");
        assertThat(dispatched(route("C0123", null, null, -49)).lead()).isEqualTo("telecom");
    }

    @Test
    void tooFarAway_orWithAMark_orWithAnotherNumber_isNotTheSameAsset() {
        fix("a", "telecom", "C0123", 0);
        assertThat(route("C0123", null, null, 51)).isInstanceOf(Answer.Queue.class);
        assertThat(route("C0123", null, "half a word", 0)).isInstanceOf(Answer.Queue.class);
        assertThat(route("C0123", "another", null, 0)).isInstanceOf(Answer.Queue.class);
    }

    @Test
    void happening_isNotRoutedByPlace() {
        fix("a", "telecom", "E0508", 0);
        assertThat(route("E0508", null, null, 0)).isInstanceOf(Answer.Queue.class);
        assertThat(dispatched(route("E0508", "a", null, 0)).lead()).isEqualTo("telecom");
    }

    @Test
    void ownerFixedAnew_takesThePlaceOfTheOneBefore() {
        fix("a", "telecom", "C0123", 0);
        fix("a", "gas", "C0123", 200);
        assertThat(route("C0123", null, null, 0)).isInstanceOf(Answer.Queue.class);
        assertThat(dispatched(route("C0123", null, null, 200)).lead()).isEqualTo("gas");
        assertThat(dispatched(route("C0123", "a", null, 0)).lead()).isEqualTo("gas");
    }

    @Test
    void bodyThatTheDistrictNoLongerHas_ownsNothing() {
        fix("a", "steam-works", "C0123", 0);
        assertThat(route("C0123", "a", null, 0)).isInstanceOf(Answer.Queue.class);
    }

    private void fix(String id, String owner, String type, double metresNorth) {
        fixed.addAll(List.of(new RegisteredOwner(id, owner, type, north(metresNorth))));
    }

    private Answer route(String type, @Nullable String assetId, @Nullable String mark, double metresNorth) {
        return router.route(new Matter(type, "a", Place.ofGrid(Story.GRID), assetId, mark, north(metresNorth)), fixed);
    }

    private static Position north(double metres) {
        return new Position(Story.POSITION.longitude(), Story.POSITION.latitude() + metres * METRE);
    }

    private static Answer.Dispatch dispatched(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Dispatch.class);
        return (Answer.Dispatch) answer;
    }
}
