package org.whistle.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.whistle.district.District;
import org.whistle.district.DistrictArchive;
import org.whistle.district.Role;
import org.whistle.local.identity.Http;
import org.whistle.local.identity.Login;
import org.whistle.local.state.StateDir;
import org.whistle.local.text.LocalException;
import org.whistle.local.text.Progress;
import org.whistle.local.text.Text;

/** Gives a district to the services that work by it, and its accounts to the identity provider. */
public final class DistrictLoader {

    /** Services that work by the district. */
    static final List<Part> TAKERS = List.of(Part.INTAKE, Part.DISPATCH, Part.FEEDBACK);

    private static final String ZIP = "application/zip";

    /** RFC 6585 §3. */
    private static final int VERSION_REQUIRED = 428;

    private static final String SAMPLE = "sample ";
    private static final String OWN = "own ";
    private static final String ACCOUNTS = "accounts.txt";
    private static final String DATA = "district.txt";

    private final SystemAccess system;
    private final Progress progress;

    public DistrictLoader(SystemAccess system, Progress progress) {
        this.system = system;
        this.progress = progress;
    }

    /**
     * Makes the sample district's accounts where that was not done yet or they have changed with the software; a city's
     * own accounts are never replaced.
     */
    public void loadSampleAccounts() {
        whenNewer(ACCOUNTS, this::setAccounts);
    }

    /** Gives the sample district to the services under the same condition. */
    public void loadSampleData() {
        whenNewer(DATA, district -> putAll(district, DistrictArchive.zip(district)));
    }

    private void whenNewer(String name, Consumer<District> load) {
        String known = remembered(name);
        String stamp = softwareStamp();
        if (known.startsWith(OWN) || known.endsWith(stamp)) {
            return;
        }
        District district = District.sample();
        String version = SAMPLE + district.version();
        if (!known.startsWith(version)) {
            load.accept(district);
        }
        remember(name, version + " " + stamp);
    }

    /**
     * Loads a city's own district: its accounts first, then its data into each service.
     *
     * @throws LocalException when its files are wrong or a service refuses them
     */
    public void load(Path folder) {
        District district = District.read(folder);
        setAccounts(district);
        remember(ACCOUNTS, OWN + district.version());
        putAll(district, DistrictArchive.zip(folder));
        remember(DATA, OWN + district.version());
    }

    private void setAccounts(District district) {
        progress.step(
                "设置 " + district.accounts().size() + " 个账户",
                "setting up " + district.accounts().size() + " accounts");
        system.identity().setAccounts(district.accounts());
    }

    private void putAll(District district, byte[] zip) {
        progress.step(
                "载入区县数据：" + district.info().name().zh() + "，版本 " + district.version(),
                "loading the district " + district.info().name().en() + ", version " + district.version());
        for (Part part : TAKERS) {
            put(part, zip);
            progress.step(part.title() + " 已载入", part.title() + " has it");
        }
    }

    private void put(Part part, byte[] zip) {
        Login administrator = system.account(Role.ADMINISTRATOR.code());
        String url = "http://127.0.0.1:" + system.ports().of(part) + "/api/" + part.id() + "/district";
        String token = system.token(administrator.username());
        Http.Answer answer = Http.call("PUT", url, token, ZIP, zip);
        if (answer.status() == VERSION_REQUIRED) {
            // Whoever loads a district here means it to take the place of the one that is there, whichever that is.
            answer = Http.replace(url, token, ZIP, zip);
        }
        if (!answer.isSuccess()) {
            throw new LocalException(new Text(
                    part.title() + " 拒绝了区县数据（" + answer.status() + "）：" + answer.body(),
                    part.title() + " refused the district (" + answer.status() + "): " + answer.body()));
        }
    }

    private String remembered(String name) {
        Path file = system.state().data().resolve(name);
        try {
            return Files.exists(file) ? Files.readString(file).strip() : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remember(String name, String stamp) {
        StateDir.writePrivately(system.state().data().resolve(name), stamp + "\n");
    }

    /** Changes when the sample may have changed, and costs nothing to find out, unlike reading the sample itself. */
    private static String softwareStamp() {
        try {
            Path code = Path.of(District.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.isRegularFile(code)
                    ? Files.size(code) + "/" + Files.getLastModifiedTime(code).toMillis()
                    : "classes";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
