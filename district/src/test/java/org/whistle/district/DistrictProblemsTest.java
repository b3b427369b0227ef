package org.whistle.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DistrictProblemsTest {

    @TempDir
    private Path directory;

    private SampleFolder folder;

    @BeforeEach
    void copySample() throws IOException {
        folder = SampleFolder.in(directory);
    }

    @Test
    void untouchedCopy_hasNoProblems_andTheSampleVersion() {
        assertThat(folder.problems()).isEmpty();
        assertThat(folder.read().version()).isEqualTo(District.sample().version());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "catalogue.csv|C9,甲,A,event,乙,a,丙,P,nobody,,U0,2,uh,no,published|lead|unknown department: nobody",
                "catalogue.csv|C9,甲,A,event,乙,a,丙,P,gas,nobody,U0,2,uh,no,published|cooperating|unknown department: nobody",
                "catalogue.csv|C9,甲,A,event,乙,a,丙,P,gas,gas,U0,2,uh,no,published|cooperating|the lead cannot cooperate",
                "catalogue.csv|C9,甲,A,thing,乙,a,丙,P,gas,,U0,2,uh,no,published|kind|unknown value \"thing\"",
                "catalogue.csv|C9,甲,A,event,乙,a,丙,P,gas,,U9,2,uh,no,published|urgency|unknown value \"U9\"",
                "catalogue.csv|C9,甲,A,event,乙,a,丙,P,gas,,U0,2,weeks,no,published|unit|unknown value \"weeks\"",
                "catalogue.csv|C9,甲,A,event,乙,a,丙,P,gas,,U0,0,uh,no,published|limit|must be a whole number from 1",
                "catalogue.csv|C9,甲,A,event,乙,a,丙,P,gas,,U0,2,uh,maybe,published|joint|must be yes or no",
                "catalogue.csv|C9,,A,event,乙,a,丙,P,gas,,U0,2,uh,no,published|name_zh|must not be blank",
                "catalogue.csv|C0101,上水井盖,Other,component,公用设施,x,丙,P,gas,,U0,2,uh,no,published|code|rows of one type differ",
                "catalogue.csv|C0101,上水井盖,Water supply manhole cover,component,公用设施,a,丙,P,gas,,U0,2,uh,no,published|condition|there twice",
                "departments.csv|gas,燃气,Gas,enterprise|code|used twice: gas",
                "departments.csv|Big Gas,燃气,Gas,enterprise|code|not a code of the expected form: Big Gas",
                "departments.csv|more-gas,燃气,Gas,firm|kind|unknown value \"firm\"",
                "holidays.csv|2026-02-30,off,无|date|not a date: 2026-02-30",
                "holidays.csv|2026-10-01,off,国庆节|date|the date is there twice",
                "holidays.csv|2026-12-25,half,无|kind|unknown value \"half\"",
                "working-hours.csv|gas,,,08:00-25:00,workdays|hours|not hours of a day",
                "working-hours.csv|gas,,,08:00-12:00;11:00-13:00,workdays|hours|not hours of a day",
                "working-hours.csv|gas,13-01,04-30,08:00-12:00,workdays|from|not a month and day",
                "working-hours.csv|gas,05-01,,08:00-12:00,workdays|from|both ends or none",
                "working-hours.csv|nobody,,,08:00-12:00,workdays|department|unknown department: nobody",
                "working-hours.csv|,,,09:00-12:00,workdays|from|overlaps an earlier one",
                "policy.csv|stage.accept,15,um,published|key|used twice: stage.accept",
                "policy.csv|my.figure,15,parsecs,proposal|unit|the unit does not fit: parsecs",
                "rules.csv|X1,C9999,,,,gas,,no,10,甲,a|type|unknown type: C9999",
                "rules.csv|X1,C0101,z,,,gas,,no,10,甲,a|condition|no such condition: z",
                "rules.csv|X1,C0101,,370199,,gas,,no,10,甲,a|place|unknown place: 370199",
                "rules.csv|X1,C0101,,,nobody,gas,,no,10,甲,a|asset_owner|unknown department: nobody",
                "rules.csv|X1,C0101,,,,nobody,,no,10,甲,a|lead|unknown department: nobody",
                "rules.csv|X1,C0101,,,,gas,power;nobody,no,10,甲,a|cooperating|unknown department: nobody",
                "rules.csv|X1,C0101,,,,gas,power;power,no,10,甲,a|cooperating|blank or doubled item",
                "rules.csv|X1,C0101,,,,gas,,no,high,甲,a|priority|must be a whole number from 0 to 1000",
                "rules.csv|R-C0101-a,C0101,,,,gas,,no,10,甲,a|id|used twice",
                "duty-lists.csv|370102009,C9999,own|type|unknown type: C9999",
                "duty-lists.csv|370102099,E0110,own|street|unknown street: 370102099",
                "duty-lists.csv|370102009001,E0112,own|street|not the code of a street",
                "duty-lists.csv|370102009,E0110,own|type|the street has this type twice",
                "duty-lists.csv|370102009,E0112,perhaps|mode|unknown value \"perhaps\"",
                "assets.csv|A1,GS009-0001,C0101,gas,117.05,36.66,甲|mark|the mark is there twice",
                "assets.csv|370102009-C0101-0001,,C0101,gas,117.05,36.66,甲|asset_id|used twice",
                "assets.csv|A1,,C9999,gas,117.05,36.66,甲|type|unknown type: C9999",
                "assets.csv|A1,,C0101,nobody,117.05,36.66,甲|owner|unknown department: nobody",
                "assets.csv|A1,,C0101,gas,36.66,117.05,甲|longitude|not a longitude and a latitude",
                "assets.csv|A1,,C0101,gas,here,36.66,甲|longitude|not a number: here",
                "accounts.csv|leader,甲,A,leader,370102,,乙|username|used twice: leader",
                "accounts.csv|x1,甲,A,king,370102,,乙|roles|unknown value \"king\"",
                "accounts.csv|x1,甲,A,,370102,,乙|roles|must not be blank",
                "accounts.csv|x1,甲,A,leader,370199,,乙|areas|unknown place: 370199",
                "accounts.csv|x1,甲,A,leader,,,乙|areas|must not be blank",
                "accounts.csv|x1,甲,A,handler,370102,,乙|department|handlers and managers need a department",
                "accounts.csv|x1,甲,A,handler,370102,nobody,乙|department|unknown department: nobody",
                "accounts.csv|x1,甲,A||the row has 3 fields instead of 7",
            })
    void wrongRow_isReportedWithFileLineAndField(String file, String row, String field, String message)
            throws IOException {
        folder.append(file, row);
        int line = folder.lines(file);

        assertThat(folder.problems()).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo(file);
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.field()).isEqualTo(field == null ? "" : field);
            assertThat(problem.messageEn()).contains(message);
            assertThat(problem.messageZh()).matches("(?s).*\\p{IsHan}.*");
        });
    }

    @Test
    void conditionWithoutAnyRule_isReported() throws IOException {
        folder.edit("rules.csv", text -> text.replaceAll("(?m)^R-S12-a,.*\n", ""));
        assertThat(folder.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo("rules.csv");
            assertThat(problem.messageEn()).startsWith("S12/a has no rule");
        });
    }

    @Test
    void ruleForOnePlaceOnly_isNoAnswerForTheCondition() throws IOException {
        folder.edit("rules.csv", text -> text.replaceAll("(?m)^(R-S12-a,S12,a),,", "$1,370102009,"));
        assertThat(folder.problems()).extracting(Problem::messageEn).anyMatch(m -> m.startsWith("S12/a has no rule"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "district.json",
                "places.geojson",
                "departments.csv",
                "catalogue.csv",
                "holidays.csv",
                "working-hours.csv",
                "policy.csv",
                "rules.csv",
                "duty-lists.csv",
                "assets.csv",
                "accounts.csv"
            })
    void missingFile_isOneProblem_notOnePerReference(String file) throws IOException {
        folder.delete(file);
        assertThat(folder.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(file);
            assertThat(problem.messageEn()).isEqualTo("the file is missing");
        });
    }

    @Test
    void missingColumn_isReportedByName() throws IOException {
        folder.replace("departments.csv", "name_en,kind", "name_en,sort");
        assertThat(folder.problems())
                .singleElement()
                .isEqualTo(new Problem("departments.csv", 1, "kind", "缺少列", "the column is missing"));
    }

    @Test
    void missingPolicy_andFallingThresholds_areReported() throws IOException {
        folder.replace("policy.csv", "return.U1,2,wh,proposal\n", "");
        folder.replace("policy.csv", "threshold.warning,80", "threshold.warning,120");
        assertThat(folder.problems())
                .extracting(Problem::messageEn)
                .containsExactly("there is no return.U1", "thresholds must rise: warning, breach, supervision");
    }

    @Test
    void stageClockInPercent_isReported() throws IOException {
        folder.replace("policy.csv", "stage.accept,15,um", "stage.accept,15,percent");
        assertThat(folder.problems()).extracting(Problem::field).contains("unit");
    }

    @Test
    void missingDefaultHours_areReported() throws IOException {
        folder.replace("working-hours.csv", ",,,08:00", "gas,,,08:00");
        assertThat(folder.problems())
                .extracting(Problem::messageEn)
                .singleElement()
                .asString()
                .contains("default row");
    }

    @Test
    void fileInAnotherEncoding_isReported() throws IOException {
        Path file = directory.resolve("departments.csv");
        Files.write(file, Files.readString(file).getBytes(Charset.forName("GB18030")));
        assertThat(folder.problems()).singleElement().satisfies(problem -> assertThat(problem.messageEn())
                .isEqualTo("the file is not UTF-8"));
    }

    @Test
    void unclosedQuote_isReportedAsBadCsv() throws IOException {
        folder.append("duty-lists.csv", "370102009,\"E0113,own");
        assertThat(folder.problems())
                .filteredOn(problem -> problem.file().equals("duty-lists.csv"))
                .extracting(Problem::messageEn)
                .singleElement()
                .asString()
                .startsWith("not well-formed CSV");
    }

    @Test
    void lineNumbers_holdAfterBlankLinesAndFieldsOfSeveralLines_andWithoutALastLineEnd() throws IOException {
        int lines = folder.lines("assets.csv");
        folder.edit(
                "assets.csv",
                text -> text + "\nA1,,C0101,gas,117.05,36.66,\"two\nlines\"\nA1,,C0101,gas,117.05,36.66,甲");
        assertThat(folder.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.messageEn()).isEqualTo("the code is used twice: A1");
            assertThat(problem.line()).isEqualTo(lines + 4);
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"timeZone\": \"Asia/Shanghai\"|\"timeZone\": \"Asia/Jinan\"|timeZone",
                "\"code\": \"370102\"|\"code\": \"3701\"|code",
                "\"nameZh\": \"历下区\"|\"nameZh\": 7|nameZh",
                "\"nameZh\": \"历下区\",|\"nameZh\": |",
            })
    void wrongDistrictInfo_isReported(String old, String replacement, String field) throws IOException {
        folder.replace("district.json", old, replacement);
        assertThat(folder.problems())
                .filteredOn(problem -> problem.file().equals("district.json"))
                .extracting(Problem::field)
                .containsExactly(field == null ? "" : field);
    }

    @Test
    void allProblems_areReportedAtOnce() throws IOException {
        folder.append("holidays.csv", "soon,off,无");
        folder.append("duty-lists.csv", "370102009,C9999,maybe");
        folder.append("accounts.csv", "x1,甲,A,king,370199,nobody,乙");
        List<Problem> problems = folder.problems();
        assertThat(problems).hasSize(6);
        assertThatThrownBy(folder::read)
                .isInstanceOf(DistrictException.class)
                .hasMessageContaining("6 problem(s)")
                .hasMessageContaining("holidays.csv:74 date: not a date: soon");
    }

    @Test
    void thousandsOfProblems_areBounded() throws IOException {
        folder.edit("assets.csv", text -> text + "A1,,C9999,gas,117.05,36.66,甲\n".repeat(3_000));
        List<Problem> problems = folder.problems();
        assertThat(problems).hasSize(1_001);
        assertThat(problems.getLast().messageEn()).endsWith("more problems are not listed");
    }

    @Test
    void byteOrderMarkAndWindowsLineEnds_changeNothing() throws IOException {
        String version = folder.read().version();
        folder.edit("departments.csv", text -> "\uFEFF" + text.replace("\n", "\r\n"));
        assertThat(folder.read().version()).isEqualTo(version);
        folder.replace("departments.csv", "燃气公司", "燃气集团");
        assertThat(folder.read().version()).isNotEqualTo(version);
    }

    @Test
    void folderThatDoesNotExist_isReported() {
        assertThatThrownBy(() -> District.read(directory.resolve("none")))
                .isInstanceOf(DistrictException.class)
                .hasMessageContaining("there is no folder");
    }
}
