package org.whistle.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whistle.district.Account;
import org.whistle.district.Label;
import org.whistle.district.Role;

class RealmTest {

    private final JsonNode realm = json(Realm.template("http://localhost:8080"));

    @Test
    void realm_signsWithRs256_andTokensLiveThirtyMinutes() {
        assertThat(realm.get("realm").asText()).isEqualTo("whistle");
        assertThat(realm.get("defaultSignatureAlgorithm").asText()).isEqualTo("RS256");
        assertThat(realm.get("accessTokenLifespan").asInt()).isEqualTo(30 * 60);
    }

    @Test
    void realm_slowsDownGuessing_andLetsNobodyRegister() {
        assertThat(realm.get("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.get("registrationAllowed").asBoolean()).isFalse();
    }

    @Test
    void realm_speaksChineseFirst_andEnglish() {
        assertThat(realm.get("defaultLocale").asText()).isEqualTo("zh-CN");
        assertThat(texts(realm.get("supportedLocales"))).containsExactly("zh-CN", "en");
    }

    @Test
    void realm_hasEveryRoleOfTheDomain_andNoOther() {
        Stream<String> names = StreamSupport.stream(
                        realm.get("roles").get("realm").spliterator(), false)
                .map(role -> role.get("name").asText());

        assertThat(names)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Role.values()).map(Role::code).toList());
    }

    @Test
    void clientOfThePages_isPublicWithProofKey_andLeadsBackHereOnly() {
        JsonNode web = client("whistle-web");

        assertThat(web.get("publicClient").asBoolean()).isTrue();
        assertThat(web.get("attributes").get("pkce.code.challenge.method").asText())
                .isEqualTo("S256");
        assertThat(web.get("directAccessGrantsEnabled").asBoolean()).isFalse();
        assertThat(texts(web.get("redirectUris"))).containsExactly("http://localhost:8080/*");
        assertThat(texts(web.get("webOrigins"))).containsExactly("http://localhost:8080");
    }

    @Test
    void tokensOfThePages_liveFiveMinutes_andThoseOfTheTerminalAsLongAsTheRealmSays() {
        assertThat(client("whistle-web")
                        .get("attributes")
                        .get("access.token.lifespan")
                        .asText())
                .isEqualTo(Integer.toString(Realm.WEB_TOKEN_SECONDS))
                .isEqualTo("300");
        assertThat(client("whistle-cli").path("attributes").has("access.token.lifespan"))
                .isFalse();
    }

    @Test
    void administrators_mayListAndChangeAccounts_andNothingElseOfTheRealm() {
        JsonNode administrator = StreamSupport.stream(
                        realm.get("roles").get("realm").spliterator(), false)
                .filter(role -> role.get("name").asText().equals("administrator"))
                .findFirst()
                .orElseThrow();

        assertThat(texts(administrator.get("composites").get("client").get("realm-management")))
                .containsExactlyElementsOf(Realm.ADMINISTRATORS_MAY)
                .containsExactly("view-users", "query-users", "manage-users");
        assertThat(realm.get("roles").get("realm"))
                .filteredOn(role -> role.has("composites"))
                .hasSize(1);
    }

    @Test
    void loginPage_hasOurLook() {
        assertThat(realm.get("loginTheme").asText()).isEqualTo(LoginTheme.NAME);
    }

    @Test
    void clientOfTheTerminal_takesPasswordsOnly() {
        JsonNode cli = client("whistle-cli");

        assertThat(cli.get("publicClient").asBoolean()).isTrue();
        assertThat(cli.get("directAccessGrantsEnabled").asBoolean()).isTrue();
        assertThat(cli.get("standardFlowEnabled").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"whistle-web", "whistle-cli"})
    void accessTokens_carryAreasAsAList_andTheDepartment(String clientId) {
        JsonNode area = mapper(client(clientId), "area").get("config");
        JsonNode department = mapper(client(clientId), "department").get("config");

        assertThat(area.get("claim.name").asText()).isEqualTo("area");
        assertThat(area.get("multivalued").asText()).isEqualTo("true");
        assertThat(area.get("jsonType.label").asText()).isEqualTo("String");
        assertThat(area.get("access.token.claim").asText()).isEqualTo("true");
        assertThat(department.get("claim.name").asText()).isEqualTo("department");
        assertThat(department.get("multivalued").asText()).isEqualTo("false");
        assertThat(department.get("access.token.claim").asText()).isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"area", "department"})
    void whatOneSees_isForAdministratorsToChange(String name) {
        JsonNode attribute = StreamSupport.stream(profile().get("attributes").spliterator(), false)
                .filter(candidate -> candidate.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow();

        assertThat(texts(attribute.get("permissions").get("edit"))).containsExactly("admin");
        assertThat(profile().get("unmanagedAttributePolicy").asText()).isEqualTo("ADMIN_EDIT");
    }

    @Test
    void noAttributeIsRequired_soThatAnAccountWithoutAddressCanLogIn() {
        assertThat(profile().get("attributes")).noneMatch(attribute -> attribute.has("required"));
    }

    @Test
    void account_becomesAUserWithRolesAreasAndDepartment() {
        Account account = new Account(
                "street-001",
                new Label("解放路街道承办人员", "handler"),
                Set.of(Role.HANDLER, Role.MANAGER),
                List.of("370102001", "370102002"),
                "street",
                "");

        Map<String, Object> user = Realm.user(account);

        assertThat(user)
                .containsEntry("username", "street-001")
                .containsEntry("enabled", true)
                .containsEntry("firstName", "解放路街道承办人员")
                .containsEntry("realmRoles", List.of("handler", "manager", "default-roles-whistle"))
                .containsEntry(
                        "attributes",
                        Map.of("area", List.of("370102001", "370102002"), "department", List.of("street")));
    }

    @Test
    void accountWithoutDepartment_hasNoSuchAttribute() {
        Account account = new Account(
                "resident", new Label("居民", "resident"), Set.of(Role.RESIDENT), List.of("370102001"), null, "");

        assertThat(Realm.user(account).get("attributes")).isEqualTo(Map.of("area", List.of("370102001")));
    }

    private JsonNode client(String id) {
        return StreamSupport.stream(realm.get("clients").spliterator(), false)
                .filter(client -> client.get("clientId").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode mapper(JsonNode client, String name) {
        return StreamSupport.stream(client.get("protocolMappers").spliterator(), false)
                .filter(mapper -> mapper.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode profile() {
        return json(realm.get("components")
                .get("org.keycloak.userprofile.UserProfileProvider")
                .get(0)
                .get("config")
                .get("kc.user.profile.config")
                .get(0)
                .asText());
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static JsonNode json(String text) {
        try {
            return Http.JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
