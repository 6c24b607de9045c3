package dev.nextcart;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The walls of the house (DESIGN.md, section 1) as rules over every module's compiled classes. */
class RoomsTest {
    private static final Path ROOT = Path.of(System.getProperty("nextcart.root"));
    private static JavaClasses house;

    @BeforeAll
    static void import_the_house() {
        List<Path> rooms = Stream.of(
                        "shared/domain",
                        "shared/wire",
                        "shared/store",
                        "shared/archive",
                        "shared/lambda",
                        "shared/inference",
                        "functions",
                        "infra/inference/models",
                        "infra/inference/training",
                        "infra/inference/server",
                        "infra/s3-local",
                        "infra/local")
                .map(room -> ROOT.resolve(room).resolve("target/classes"))
                .toList();
        assertTrue(rooms.stream().allMatch(Files::isDirectory), "build every module first: ./mvnw verify");
        house = new ClassFileImporter().importPaths(rooms);
    }

    @Test
    void the_domain_needs_the_jdk_only() {
        check(classes()
                .that()
                .resideInAPackage("dev.nextcart.domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "dev.nextcart.domain.."));
    }

    @Test
    void inside_the_domain_arrows_never_turn_back() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.nextcart.domain.event..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.nextcart.domain.profile..",
                        "dev.nextcart.domain.ledger..",
                        "dev.nextcart.domain.erasure..",
                        "dev.nextcart.domain.catalogue.."));
        check(noClasses()
                .that()
                .resideInAPackage("dev.nextcart.domain.profile..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.nextcart.domain.ledger..", "dev.nextcart.domain.erasure.."));
    }

    @Test
    void the_domain_never_reads_a_clock_or_draws_a_number() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.nextcart.domain..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.util.random.."));
    }

    @Test
    void the_fold_knows_no_floating_point() {
        check(fields().that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage("dev.nextcart.domain.profile..", "dev.nextcart.domain.ledger..")
                .should()
                .notHaveRawType(double.class)
                .andShould()
                .notHaveRawType(float.class));
    }

    @Test
    void the_wire_knows_json_and_the_domain_only() {
        check(classes()
                .that()
                .resideInAPackage("dev.nextcart.wire..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "com.fasterxml.jackson..",
                        "dev.nextcart.domain..",
                        "dev.nextcart.wire.."));
    }

    @Test
    void walking_a_batch_needs_no_domain() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.nextcart.lambda..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.nextcart.domain..", "dev.nextcart.store..", "software.amazon.."));
    }

    @Test
    void the_store_knows_nothing_of_functions_or_quarkus() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.nextcart.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.nextcart.functions..", "dev.nextcart.lambda..", "io.quarkus..", "jakarta.."));
    }

    @Test
    void the_archive_knows_nothing_of_tables_functions_or_quarkus() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.nextcart.archive..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.nextcart.store..",
                        "dev.nextcart.functions..",
                        "dev.nextcart.lambda..",
                        "software.amazon.awssdk.services.dynamodb..",
                        "io.quarkus..",
                        "jakarta.."));
    }

    @Test
    void no_trigger_enters_its_neighbours_package() {
        check(slices().matching("dev.nextcart.functions.(orders|reviews|clicks|catalogue|erasure|archive)..")
                .should()
                .notDependOnEachOther());
    }

    @Test
    void only_the_wiring_touches_dynamodb() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.nextcart.functions..")
                .and()
                .resideOutsideOfPackage("dev.nextcart.functions.wiring..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon.."));
    }

    @Test
    void nobody_depends_on_the_local_cloud_and_it_knows_functions_as_packages_only() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.nextcart.local..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.nextcart.local.."));
        check(noClasses()
                .that()
                .resideInAPackage("dev.nextcart.local..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.nextcart.functions.."));
    }

    @Test
    void the_contract_of_the_endpoint_knows_json_only() {
        check(classes()
                .that()
                .resideInAPackage("dev.nextcart.inference..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "com.fasterxml.jackson..", "dev.nextcart.inference.."));
    }

    @Test
    void what_serves_models_knows_nothing_of_training() {
        check(noClasses()
                .that()
                .resideInAnyPackage("dev.nextcart.models..", "dev.nextcart.endpoint..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.nextcart.training..", "ai.djl.pytorch..", "ai.onnx.proto..", "picocli.."));
    }

    @Test
    void the_endpoint_and_its_models_know_no_shop() {
        check(noClasses()
                .that()
                .resideInAnyPackage("dev.nextcart.models..", "dev.nextcart.training..", "dev.nextcart.endpoint..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.nextcart.functions..",
                        "dev.nextcart.store..",
                        "dev.nextcart.archive..",
                        "software.amazon.."));
    }

    @Test
    void no_task_enters_its_neighbours_package() {
        check(slices().matching("dev.nextcart.models.(recommend|forecast|churn|sentiment)..")
                .should()
                .notDependOnEachOther());
        check(slices().matching("dev.nextcart.training.(recommend|forecast|churn|sentiment)..")
                .should()
                .notDependOnEachOther());
    }

    private static void check(ArchRule rule) {
        rule.check(house);
    }
}
