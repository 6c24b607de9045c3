package dev.nextcart.local.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CfnLintTest {
    @Test
    @Timeout(120)
    void cfn_lint_finds_nothing() throws IOException, InterruptedException {
        Process lint = start();

        String findings = new String(lint.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(0, lint.waitFor(), findings);
    }

    private static Process start() {
        try {
            return new ProcessBuilder("cfn-lint", ShopTemplate.FILE.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            return abort("cfn-lint is not on the PATH, so nobody checked the template against CloudFormation's schemas"
                    + " (pip install cfn-lint)");
        }
    }
}
