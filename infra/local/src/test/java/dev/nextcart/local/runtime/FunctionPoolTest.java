package dev.nextcart.local.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.local.engine.Invoker.Result;
import dev.nextcart.local.runtime.FunctionPool.Killed;
import dev.nextcart.local.template.FunctionSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class FunctionPoolTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Limits LIMITS =
            new Limits(1, PATIENCE, Duration.ofMillis(1), Duration.ofMillis(10), Duration.ofSeconds(2));

    @TempDir
    Path logs = Path.of("set by JUnit");

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final CompletableFuture<FunctionPool> pool = new CompletableFuture<>();

    @AfterEach
    void stop() {
        pool.getNow(null).close();
    }

    @Test
    void a_function_answers_and_its_process_is_used_again() throws Exception {
        FunctionSpec function = start(LIMITS, PATIENCE, "serves");

        Result first = await(invoke(function, "pid"));
        Result second = await(invoke(function, "pid"));

        assertInstanceOf(Result.Answered.class, first);
        assertEquals(first, second);
        assertEquals(new FunctionStatus(1, 2, 0, 0), status());
    }

    @Test
    void time_is_billed_for_each_start_and_each_invocation_however_it_ends() throws Exception {
        FunctionSpec function = start(LIMITS, PATIENCE, "serves");

        for (String what : List.of("hello", "throw", "crash", "hello")) {
            await(invoke(function, what));
        }

        FunctionTime time =
                Objects.requireNonNull(pool.getNow(null).billedTimes().get("tiny"));
        assertEquals(4, time.invocations());
        assertEquals(2, time.starts());
        assertTrue(time.billedMillis() >= 4 && time.billedMillis() < PATIENCE.toMillis(), time::toString);
        assertTrue(time.startMillis() > 10 && time.startMillis() < PATIENCE.toMillis(), time::toString);
    }

    @Test
    void an_invocation_says_who_is_asked_and_until_when() throws Exception {
        FunctionSpec function = start(LIMITS, PATIENCE, "serves");

        Result.Answered answered = (Result.Answered) await(invoke(function, "headers"));

        for (String header : List.of(
                "lambda-runtime-aws-request-id",
                "lambda-runtime-deadline-ms",
                "lambda-runtime-trace-id=[Root=1-",
                "lambda-runtime-invoked-function-arn=[arn:aws:lambda:us-east-1:000000000000:function:tiny]",
                "content-type=[application/json]")) {
            assertTrue(answered.payload().contains(header), header + " in " + answered.payload());
        }
    }

    @Test
    void what_the_function_throws_comes_back_with_its_type() throws Exception {
        FunctionSpec function = start(LIMITS, PATIENCE, "serves");

        assertEquals(new Result.Failed("java.lang.Oops", "it broke"), await(invoke(function, "throw")));
        assertEquals(new Result.Answered("echo still alive"), await(invoke(function, "still alive")));
        assertEquals(new FunctionStatus(1, 2, 1, 0), status());
    }

    @Test
    void a_crash_fails_the_invocation_and_the_next_one_gets_a_new_process() throws Exception {
        FunctionSpec function = start(LIMITS, PATIENCE, "serves");

        Result exit = await(invoke(function, "exit"));
        Result crash = await(invoke(function, "crash"));
        Result after = await(invoke(function, "hello"));

        assertEquals(new Result.Failed("Runtime.ExitError", "Runtime exited with exit status 3"), exit);
        assertEquals(new Result.Failed("Runtime.ExitError", "Runtime exited with signal 9"), crash);
        assertEquals(new Result.Answered("echo hello"), after);
        assertEquals(new FunctionStatus(1, 3, 2, 2), status());
    }

    @Test
    void a_function_out_of_time_is_killed_and_replaced() throws Exception {
        FunctionSpec function = start(LIMITS, Duration.ofMillis(300), "serves");

        Result.Failed failed = (Result.Failed) await(invoke(function, "hang"));

        assertEquals("Sandbox.Timedout", failed.errorType());
        assertTrue(failed.message().endsWith("Task timed out after 0.30 seconds"), failed.message());
    }

    @Test
    void all_busy_means_throttled() throws Exception {
        FunctionSpec function = start(LIMITS, PATIENCE, "serves");
        CompletableFuture<Result> busy = invoke(function, "hang");

        assertEquals(new Result.Throttled(), await(invoke(function, "hello")));
        assertFalse(busy.isDone());
    }

    @Test
    void each_of_two_at_once_gets_a_process() throws Exception {
        FunctionSpec function = start(LIMITS.withInstances(2), PATIENCE, "serves");

        CompletableFuture<Result> one = invoke(function, "pid");
        CompletableFuture<Result> other = invoke(function, "pid");

        assertNotEquals(await(one), await(other));
        assertEquals(new FunctionStatus(2, 2, 0, 0), status());
    }

    @Test
    void a_killed_process_fails_what_it_was_at() throws Exception {
        FunctionSpec function = start(LIMITS, PATIENCE, "serves");
        await(invoke(function, "hello"));
        CompletableFuture<Result> underWay = invoke(function, "hang");

        Killed killed = pool.getNow(null).killOne(7).orElseThrow();

        assertEquals("tiny", killed.function());
        assertEquals(new Result.Failed("Runtime.ExitError", "Runtime exited with signal 9"), await(underWay));
        assertTrue(pool.getNow(null).killOne(7).isEmpty());
    }

    @Test
    void a_function_that_cannot_start_says_why_each_time() throws Exception {
        FunctionSpec function = start(LIMITS, PATIENCE, "dies-in-init");

        assertEquals(new Result.Failed("No.Table", "no PROFILES_TABLE"), await(invoke(function, "hello")));
        assertEquals(new Result.Failed("No.Table", "no PROFILES_TABLE"), await(invoke(function, "hello")));
    }

    @Test
    void a_function_that_never_asks_for_work_is_given_up() throws Exception {
        Limits impatient = new Limits(
                1, Duration.ofMillis(300), Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofSeconds(2));
        FunctionSpec function = start(impatient, PATIENCE, "hangs-in-init");

        Result.Failed failed = (Result.Failed) await(invoke(function, "hello"));

        assertEquals("Sandbox.Timedout", failed.errorType());
        assertTrue(failed.message().contains("did not ask for work"), failed.message());
    }

    @Test
    void a_command_that_is_not_there_fails_the_invocation() throws Exception {
        FunctionSpec function = function(PATIENCE);
        pool.complete(new FunctionPool(
                List.of(function),
                (spec, api) -> new ProcessBuilder("/no/such/command").start(),
                LIMITS,
                logs,
                (spec, line) -> {}));

        Result.Failed failed = (Result.Failed) await(invoke(function, "hello"));

        assertEquals("Runtime.InvalidEntrypoint", failed.errorType());
    }

    @Test
    void what_it_prints_is_logged_and_heard() throws Exception {
        FunctionSpec function = start(LIMITS, PATIENCE, "serves");

        await(invoke(function, "hello"));

        assertEquals("served one", lines.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        assertEquals("served one\n", Files.readString(logs.resolve("tiny.log")));
    }

    @Test
    void closing_leaves_no_process() throws Exception {
        FunctionSpec function = start(LIMITS, PATIENCE, "serves");
        Result.Answered pid = (Result.Answered) await(invoke(function, "pid"));
        CompletableFuture<Result> underWay = invoke(function, "hang");

        pool.getNow(null).close();

        assertInstanceOf(Result.Failed.class, await(underWay));
        ProcessHandle.of(Long.parseLong(pid.payload()))
                .ifPresent(process -> assertFalse(process.isAlive(), "the child lives on"));
    }

    private FunctionSpec start(Limits limits, Duration timeout, String manners) {
        FunctionSpec function = function(timeout);
        FunctionProcesses processes = (spec, api) -> TinyRuntime.start(api, manners);
        pool.complete(new FunctionPool(List.of(function), processes, limits, logs, (spec, line) -> lines.add(line)));
        return function;
    }

    private static FunctionSpec function(Duration timeout) {
        return new FunctionSpec(
                "Tiny",
                "tiny",
                "arn:aws:lambda:us-east-1:000000000000:function:tiny",
                "nowhere",
                "none",
                timeout,
                128,
                Map.of(),
                List.of());
    }

    private CompletableFuture<Result> invoke(FunctionSpec function, String payload) {
        CompletableFuture<Result> result = new CompletableFuture<>();
        pool.getNow(null).invoke(function, payload, result::complete);
        return result;
    }

    private FunctionStatus status() {
        return Objects.requireNonNull(pool.getNow(null).status().get("tiny"));
    }

    private static Result await(CompletableFuture<Result> result) throws Exception {
        return result.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}
