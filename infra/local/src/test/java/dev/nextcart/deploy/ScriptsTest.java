package dev.nextcart.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.deploy.Script.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptsTest {
    @ParameterizedTest
    @ValueSource(strings = {"deploy", "remove", "common.sh", "check.sh"})
    void bash_can_read(String name) throws Exception {
        Outcome read = Script.command("bash", "-n", Script.FOLDER.resolve(name).toString());

        assertEquals(new Outcome(0, ""), read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"deploy", "remove"})
    void help_tells_the_options_and_exit_codes(String name) throws Exception {
        Outcome help = Script.run(name, "--help");

        assertEquals(0, help.exitCode(), help.said());
        assertTrue(help.said().contains("--endpoint-url URL") && help.said().contains("Exit code: 0"), help.said());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--region",
                "--regoin=x",
                "--architecture sparc",
                "--run ../x",
                "--tag x",
                "--parameter Runtime=java25"
            })
    void wrong_use_of_deploy_ends_with_two(String options) throws Exception {
        Outcome outcome = Script.run("deploy", options.split(" ", -1));

        assertEquals(2, outcome.exitCode(), outcome.said());
        assertTrue(outcome.said().contains("see deploy --help"), outcome.said());
    }

    @Test
    void remove_deletes_data_only_of_the_stack_that_is_named_twice() throws Exception {
        Outcome outcome = Script.run("remove", "--endpoint-url", "http://127.0.0.1:1", "--delete-data-of", "other");

        assertEquals(2, outcome.exitCode(), outcome.said());
        assertTrue(outcome.said().contains("nothing is deleted"), outcome.said());
    }

    @Test
    void remove_does_not_touch_a_real_account_unasked() throws Exception {
        Outcome outcome = Script.run("remove");

        assertEquals(2, outcome.exitCode(), outcome.said());
        assertTrue(outcome.said().contains("--yes"), outcome.said());
    }
}
