package org.whistle.district;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

class SampleDistrictTest {

    private static final District SAMPLE = District.sample();

    @Test
    void sample_isLixia_inShanghaiTime() {
        assertThat(SAMPLE.info().code()).isEqualTo("370102");
        assertThat(SAMPLE.info().name().in(Locale.CHINA)).isEqualTo("历下区");
        assertThat(SAMPLE.info().name().in(Locale.UK)).isEqualTo("Lixia District");
        assertThat(SAMPLE.info().zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(SAMPLE.info().statement().zh()).contains("虚构");
        assertThat(SAMPLE.version()).matches("[0-9a-f]{12}");
    }

    @Test
    void places_areOneTree_of13StreetsDownToGrids() {
        assertThat(SAMPLE.places(PlaceLevel.STREET)).hasSize(13);
        assertThat(SAMPLE.place("370102009").orElseThrow().name().zh()).isEqualTo("甸柳街道");
        assertThat(SAMPLE.places(PlaceLevel.STREET)).allSatisfy(street -> assertThat(SAMPLE.childrenOf(street.code()))
                .hasSizeBetween(3, 6));
        assertThat(SAMPLE.places(PlaceLevel.COMMUNITY))
                .allSatisfy(community ->
                        assertThat(SAMPLE.childrenOf(community.code())).hasSizeBetween(3, 6));
        assertThat(SAMPLE.places(PlaceLevel.GRID)).hasSizeBetween(220, 280);
        assertThat(SAMPLE.childrenOf("370102009001001")).isEmpty();
    }

    @Test
    void grids_have300To500Households_unlessTheyAreOfficesOrMarkets() {
        List<Place> grids = SAMPLE.places(PlaceLevel.GRID);
        assertThat(grids)
                .filteredOn(grid -> grid.kind() == PlaceKind.RESIDENTIAL)
                .allSatisfy(grid -> assertThat(grid.households()).isBetween(300, 500));
        assertThat(grids).extracting(Place::kind).contains(PlaceKind.COMMERCIAL, PlaceKind.MARKET);
        int sum = grids.stream().mapToInt(Place::households).sum();
        assertThat(SAMPLE.place("370102").orElseThrow().households()).isEqualTo(sum);
    }

    @Test
    void children_tileTheirParentExactly() {
        SAMPLE.places().stream()
                .filter(place -> place.level() != PlaceLevel.GRID)
                .forEach(parent -> {
                    Geometry[] areas = SAMPLE.childrenOf(parent.code()).stream()
                            .map(Place::area)
                            .toArray(Geometry[]::new);
                    assertThat(CoverageValidator.isValid(areas))
                            .as(parent.code())
                            .isTrue();
                    assertThat(CoverageUnion.union(areas)
                                    .norm()
                                    .equalsExact(parent.area().norm()))
                            .as(parent.code())
                            .isTrue();
                });
        Geometry[] grids =
                SAMPLE.places(PlaceLevel.GRID).stream().map(Place::area).toArray(Geometry[]::new);
        assertThat(CoverageValidator.isValid(grids)).isTrue();
    }

    @Test
    void positions_haveSixDecimalsAtMost_andLieAroundTheRealDistrict() {
        for (Place place : SAMPLE.places()) {
            for (Coordinate corner : place.area().getCoordinates()) {
                assertThat(corner.x).isBetween(117.0, 117.17).isEqualTo(Math.rint(corner.x * 1e6) / 1e6);
                assertThat(corner.y).isBetween(36.60, 36.70).isEqualTo(Math.rint(corner.y * 1e6) / 1e6);
            }
        }
    }

    @Test
    void catalogue_has66TypesAnd118Conditions_forOneOf26Bodies() {
        assertThat(SAMPLE.departments()).hasSize(26);
        assertThat(SAMPLE.types()).hasSize(66);
        assertThat(SAMPLE.types().stream()
                        .mapToInt(type -> type.conditions().size())
                        .sum())
                .isEqualTo(118);
        Condition missing = SAMPLE.condition("C0101", "a").orElseThrow();
        assertThat(missing.lead()).isEqualTo("water-supply");
        assertThat(missing.cooperating()).containsExactly("water-affairs");
        assertThat(missing.limit()).isEqualTo(new Limit(2, LimitUnit.UH)).hasToString("2uh");
        assertThat(missing.urgency()).isEqualTo(Urgency.U0);
        assertThat(missing.source()).isEqualTo(Provenance.PUBLISHED);
        assertThat(SAMPLE.condition("C0101", "z")).isEmpty();
        assertThat(SAMPLE.type("X")).isEmpty();
    }

    @Test
    void calendar_has248WorkdaysInEachYear() {
        assertThat(SAMPLE.calendar().workdaysOf(2025)).isEqualTo(248);
        assertThat(SAMPLE.calendar().workdaysOf(2026)).isEqualTo(248);
        assertThat(SAMPLE.calendar().covers(2026)).isTrue();
        assertThat(SAMPLE.calendar().covers(2027)).isFalse();
    }

    @Test
    void policy_hasThePublishedStageClocks_andTheProposedThresholds() {
        Policy policy = SAMPLE.policy();
        assertThat(policy.accept()).hasToString("15um");
        assertThat(policy.dispatch()).hasToString("15um");
        assertThat(policy.verify()).hasToString("30um");
        assertThat(policy.warningPercent()).isEqualTo(80);
        assertThat(policy.breachPercent()).isEqualTo(100);
        assertThat(policy.supervisionPercent()).isEqualTo(150);
        assertThat(policy.returnLimit(Urgency.U0)).hasToString("30um");
        assertThat(policy.returnLimit(Urgency.U1)).hasToString("2wh");
        assertThat(policy.returnLimit(Urgency.U3)).hasToString("1wd");
        assertThat(policy.suspensionLimit()).hasToString("365cd");
        assertThat(policy.value("stage.accept").orElseThrow().source()).isEqualTo(Provenance.PUBLISHED);
        assertThat(policy.value("nothing")).isEmpty();
    }

    @Test
    void everyCondition_hasOneAnswerEverywhere_exceptTheUnknownCover() {
        for (IssueType type : SAMPLE.types()) {
            for (Condition condition : type.conditions()) {
                for (Place grid : SAMPLE.places(PlaceLevel.GRID)) {
                    List<RoutingRule> answers = SAMPLE.answers(type.code(), condition.code(), grid.code(), null);
                    assertThat(answers).as(type.code()).hasSize(type.code().equals("C0123") ? 8 : 1);
                }
            }
        }
    }

    @Test
    void component_goesToItsRegisteredOwner() {
        RoutingRule rule =
                SAMPLE.answers("C0123", "a", "370102009001001", "gas").getFirst();
        assertThat(SAMPLE.answers("C0123", "a", "370102009001001", "gas")).hasSize(1);
        assertThat(rule.lead()).isEqualTo(Department.ASSET_OWNER);
        assertThat(rule.note().zh()).contains("产权单位");
    }

    @Test
    void placesOwnRule_isStrongerThanTheCatalogue() {
        assertThat(SAMPLE.answers("E0122", "a", "370102012001001", null)
                        .getFirst()
                        .id())
                .isEqualTo("R-E0122-012");
        assertThat(SAMPLE.answers("E0122", "a", "370102009001001", null)
                        .getFirst()
                        .id())
                .isEqualTo("R-E0122-a");
    }

    @Test
    void dutyLists_nameEveryStreet() {
        assertThat(SAMPLE.duties().stream().map(Duty::street).distinct()).hasSize(13);
        assertThat(SAMPLE.duty("370102009", "E0110")).map(Duty::mode).contains(DutyMode.OWN);
        assertThat(SAMPLE.duty("370102009", "E0405")).map(Duty::mode).contains(DutyMode.ASSIST);
        assertThat(SAMPLE.duty("370102009", "E0101")).map(Duty::mode).contains(DutyMode.UPWARD);
        assertThat(SAMPLE.duty("370102009", "S01")).isEmpty();
    }

    @Test
    void assets_standInTheStreetTheirIdNames() {
        assertThat(SAMPLE.assets()).hasSizeGreaterThan(200).allSatisfy(asset -> {
            Coordinates at = asset.position();
            Place grid = SAMPLE.index().gridAt(at.longitude(), at.latitude()).orElseThrow();
            assertThat(asset.id()).startsWith(grid.streetCode());
        });
        Asset cover = SAMPLE.assetMarked("GS009-0001").orElseThrow();
        assertThat(SAMPLE.asset(cover.id())).contains(cover);
        assertThat(cover.owner()).isEqualTo("water-supply");
        assertThat(SAMPLE.asset("370102009-C0123-0001")).map(Asset::owner).isEmpty();
    }

    @Test
    void accounts_areThereForEveryRole_andEveryBody() {
        List<Account> accounts = SAMPLE.accounts();
        assertThat(accounts).hasSizeLessThanOrEqualTo(160);
        Set<Role> roles = new HashSet<>();
        accounts.forEach(account -> roles.addAll(account.roles()));
        assertThat(roles).containsExactlyInAnyOrder(Role.values());
        for (Department body : SAMPLE.departments()) {
            assertThat(SAMPLE.account(body.code() + "-handler"))
                    .map(Account::department)
                    .contains(body.code());
            assertThat(SAMPLE.account(body.code() + "-manager"))
                    .map(Account::areas)
                    .contains(List.of("370102"));
        }
        for (Place street : SAMPLE.places(PlaceLevel.STREET)) {
            String number = street.code().substring(6);
            assertThat(SAMPLE.account("dispatcher-" + number))
                    .map(Account::areas)
                    .contains(List.of(street.code()));
            assertThat(SAMPLE.account("street-" + number))
                    .map(Account::department)
                    .contains("street");
            assertThat(SAMPLE.account("grid-" + street.code() + "001001")).isPresent();
        }
        assertThat(SAMPLE.places(PlaceLevel.GRID))
                .filteredOn(grid -> grid.isWithin("370102009"))
                .allSatisfy(grid ->
                        assertThat(SAMPLE.account("grid-" + grid.code())).isPresent());
        assertThat(SAMPLE.account("administrator"))
                .map(Account::roles)
                .isEqualTo(Optional.of(Set.of(Role.ADMINISTRATOR, Role.OPERATOR)));
    }

    @Test
    void everyEnumCode_isFoundAgain() {
        assertThat(Coded.find(Role.class, "call-agent")).contains(Role.CALL_AGENT);
        assertThat(Coded.find(LimitUnit.class, "wd")).contains(LimitUnit.WD);
        assertThat(Coded.find(LimitUnit.class, "WD")).isEmpty();
    }
}
