package dev.homeport.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.homeport.HomeportApplication;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;

/** The rules of the house, each with its reason. */
@AnalyzeClasses(packages = "dev.homeport", importOptions = DoNotIncludeTests.class)
class HouseRulesTests {

    private static final int GROUND = 0;

    /** The floor of each room; a new room is entered here. */
    private static final Map<String, Integer> FLOORS = Map.ofEntries(
            Map.entry("reading", GROUND),
            Map.entry("net", GROUND),
            Map.entry("platform", GROUND),
            Map.entry("answer", GROUND),
            Map.entry("processes", GROUND),
            Map.entry("finding", GROUND),
            Map.entry("sockets", 1),
            Map.entry("interfaces", 1),
            Map.entry("hosts", 1),
            Map.entry("latency", 1),
            Map.entry("addresses", 2),
            Map.entry("localhost", 2),
            Map.entry("health", 2),
            Map.entry("namespaces", 3),
            Map.entry("diagnosis", 4),
            Map.entry("web", 9));

    private static final List<String> SUFFIXES_THAT_SAY_NOTHING =
            List.of("Service", "Manager", "Helper", "Util", "Utils", "Impl", "Dto", "Info");

    @ArchTest
    static final ArchRule ROOMS_USE_ONLY_WHAT_LIES_BELOW_THEM = classes()
            .that()
            .resideInAPackage("dev.homeport.*..")
            .should(leanOnlyOnLowerFloors())
            .because("data flows from the operating system up to the page, and an arrow never turns back");

    @ArchTest
    static final ArchRule ROOMS_FORM_NO_CIRCLE = slices().matching("dev.homeport.(*)..")
            .should()
            .beFreeOfCycles()
            .because("rooms on the ground floor may lean on each other, but only one way");

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CIRCLE = slices().matching("dev.homeport.(**)")
            .should()
            .beFreeOfCycles()
            .because("in a room, too, a reader can begin somewhere: with what needs nothing of the rest");

    @ArchTest
    static final ArchRule ROOMS_OF_THE_ROOF_STAND_ALONE = slices().matching("dev.homeport.web.(*)..")
            .should()
            .notDependOnEachOther()
            .because("the roof is many small rooms, each with one subject; what two of them need lies below");

    @ArchTest
    static final ArchRule OSHI_STAYS_AT_THE_BORDER = noClasses()
            .that()
            .haveNameNotMatching("dev\\.homeport\\.platform\\..*|.*\\.Oshi[A-Z].*|.*Configuration")
            .should()
            .dependOnClassesThat(resideInAPackage("oshi.."))
            .because("its sentinels (-1, empty arrays, unknown) must end where they come in");

    @ArchTest
    static final ArchRule SYSTEM_CALLS_STAY_AT_THE_BORDER = noClasses()
            .that()
            .resideOutsideOfPackage("dev.homeport.platform.kernel")
            .should()
            .dependOnClassesThat(resideInAPackage("com.sun.jna.."))
            .because("a pointer too far ends the whole process: one package alone handles them");

    @ArchTest
    static final ArchRule CONTROLLERS_ARE_NOT_FOR_OTHER_CLASSES = classes()
            .that()
            .areMetaAnnotatedWith(Controller.class)
            .or()
            .areMetaAnnotatedWith(Configuration.class)
            .should()
            .bePackagePrivate()
            .orShould()
            .be(HomeportApplication.class)
            .because("they are called by Spring alone");

    @ArchTest
    static final ArchRule SETTINGS_ARE_RECORDS = classes()
            .that()
            .areAnnotatedWith(ConfigurationProperties.class)
            .should()
            .beRecords()
            .because("settings do not change while Homeport runs");

    @ArchTest
    static final ArchRule NOTHING_IS_PRINTED =
            NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.because("what Homeport has to say goes to its log or its pages");

    @ArchTest
    static final ArchRule NO_COMMAND_IS_RUN = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(ProcessBuilder.class, Runtime.class)
            .because("the observer only reads: no command is executed");

    @ArchTest
    static final ArchRule NAMES_ARE_PLAIN_NOUNS = noClasses()
            .should()
            .haveNameMatching(".*(" + String.join("|", SUFFIXES_THAT_SAY_NOTHING) + ")")
            .because("such a suffix says nothing of what a thing is");

    @ArchTest
    static final ArchRule PACKAGES_SAY_WHAT_THEY_ARE = classes()
            .that()
            .resideInAPackage("dev.homeport..")
            .should(liveInANullMarkedPackage())
            .because("whatever may be null says so, and a stranger reads one sentence about each package");

    private static ArchCondition<JavaClass> leanOnlyOnLowerFloors() {
        return new ArchCondition<>("use only rooms on lower floors") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                item.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> room(dependency.getTargetClass()) != null)
                        .filter(dependency -> !mayUse(room(item), room(dependency.getTargetClass())))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(item, dependency.getDescription())));
            }
        };
    }

    private static boolean mayUse(String room, String other) {
        int floor = floor(room);
        int otherFloor = floor(other);
        return room.equals(other) || otherFloor < floor || (floor == GROUND && otherFloor == GROUND);
    }

    private static int floor(String room) {
        Integer floor = FLOORS.get(room);
        if (floor == null) {
            throw new AssertionError("the room " + room + " has no floor yet: enter it in FLOORS");
        }
        return floor;
    }

    private static String room(JavaClass type) {
        String[] names = type.getPackageName().split("\\.");
        boolean ours = names.length > 2 && names[0].equals("dev") && names[1].equals("homeport");
        return ours ? names[2] : null;
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a @NullMarked package") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                JavaPackage home = item.getPackage();
                boolean marked = home.isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(item, marked, home.getName() + " is @NullMarked: " + marked));
            }
        };
    }
}
