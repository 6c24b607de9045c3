package dev.nextcart.local.runtime;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;

/** A function in a process of its own that does what its payload says, over the real Runtime API. */
public final class TinyRuntime {
    private final HttpClient http = HttpClient.newHttpClient();
    private final String root;

    private TinyRuntime(String api) {
        this.root = "http://" + api + "/2018-06-01/runtime/";
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        TinyRuntime runtime = new TinyRuntime(args[0]);
        if (args[1].equals("dies-in-init")) {
            runtime.post("init/error", "{\"errorType\":\"No.Table\",\"errorMessage\":\"no PROFILES_TABLE\"}");
            System.exit(1);
        }
        if (args[1].equals("hangs-in-init")) {
            Thread.currentThread().join();
        }
        while (runtime.serveOne()) {
            System.out.println("served one");
        }
    }

    /** Starts one that finds its work there. */
    public static Process start(String api, String manners) throws IOException {
        String classes = TinyRuntime.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classes,
                        TinyRuntime.class.getName(),
                        api,
                        manners)
                .redirectErrorStream(true)
                .start();
    }

    private boolean serveOne() throws IOException, InterruptedException {
        HttpResponse<String> next = http.send(
                HttpRequest.newBuilder(URI.create(root + "invocation/next")).build(),
                HttpResponse.BodyHandlers.ofString());
        String invocation = "invocation/"
                + next.headers().firstValue("Lambda-Runtime-Aws-Request-Id").orElseThrow();
        switch (next.body()) {
            case "exit" -> System.exit(3);
            case "crash" -> Runtime.getRuntime().halt(137);
            case "hang" -> Thread.currentThread().join();
            case "throw" ->
                post(invocation + "/error", "{\"errorType\":\"java.lang.Oops\",\"errorMessage\":\"it broke\"}");
            case "count" -> post(invocation + "/response", "{\"batchItemFailures\":[]}");
            case "hand back" -> post(invocation + "/response", "{\"batchItemFailures\":[{\"itemIdentifier\":\"1\"}]}");
            case "pid" ->
                post(
                        invocation + "/response",
                        Long.toString(ProcessHandle.current().pid()));
            case "headers" ->
                post(invocation + "/response", next.headers().map().toString());
            default -> post(invocation + "/response", "echo " + next.body());
        }
        return true;
    }

    private void post(String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(root + path))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            throw new IOException(path + " answered " + answer.statusCode());
        }
    }
}
