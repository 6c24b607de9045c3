package dev.nextcart.local.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class CfnLintTest {
    @TempDir
    private Path folder;

    @Test
    @Timeout(240)
    void cfn_lint_finds_nothing_in_any_template() throws IOException, InterruptedException {
        assertEquals("", findings(TemplateTree.all().keySet().stream().toList()));
    }

    @Test
    @Timeout(240)
    void cfn_lint_would_find_something() throws IOException, InterruptedException {
        Path careless = folder.resolve("template.yaml");
        Files.writeString(careless, ShopTemplate.text().replace("KeyType: HASH", "KeyType: HATCH"));

        assertTrue(findings(List.of(careless)).contains("HATCH"));
    }

    private static String findings(List<Path> templates) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("cfn-lint"));
        templates.forEach(template -> command.add(template.toString()));
        Process lint = start(command);
        return new String(lint.getInputStream().readAllBytes(), StandardCharsets.UTF_8) + ended(lint.waitFor());
    }

    private static String ended(int code) {
        return code == 0 ? "" : "exit code " + code;
    }

    private static Process start(List<String> command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            return abort("cfn-lint is not on the PATH, so nobody checked the templates against CloudFormation's schemas"
                    + " (pip install cfn-lint)");
        }
    }
}
