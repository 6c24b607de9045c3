package dev.nextcart.training.sentiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.inference.Outcome;
import dev.nextcart.inference.Sentiment;
import dev.nextcart.inference.Sentiment.Polarity;
import dev.nextcart.inference.SentimentInstance;
import dev.nextcart.inference.Task;
import dev.nextcart.models.ModelFolder;
import dev.nextcart.models.ModelRegistry;
import dev.nextcart.models.sentiment.SentimentPredictor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TrainSentimentTest {
    private static final List<String> THINGS =
            List.of("phone", "case", "charger", "headset", "battery", "screen", "cable");
    private static final List<String> PRAISE = List.of("great", "excellent", "lovely", "perfect", "very good");
    private static final List<String> BLAME = List.of("broken", "awful", "useless", "poor", "very bad");
    private static final List<String> FRAMES =
            List.of("The %s is %s.", "My %s was %s", "A %s that is %s!", "This %s: %s, I must say", "%s, %s as ever");
    private static final List<String> CHINESE_THINGS = List.of("手机", "酒店", "书", "洗发水", "平板", "热水器", "牛奶");
    private static final List<String> CHINESE_PRAISE = List.of("很好", "非常满意", "不错", "质量好", "喜欢");
    private static final List<String> CHINESE_BLAME = List.of("很差", "非常失望", "坏了", "质量差", "后悔");
    private static final List<String> CHINESE_FRAMES = List.of("这个%s%s", "%s,%s。", "买的%s%s!", "我觉得%s%s", "%s真的%s");

    @TempDir
    static Path folder;

    private static ModelFolder version;
    private static SentimentPredictor predictor;

    @BeforeAll
    static void train() throws IOException {
        Path english =
                Files.writeString(folder.resolve("en.tsv"), rows("", "\t", THINGS, PRAISE, BLAME, FRAMES, false));
        Path chinese = Files.writeString(
                folder.resolve("zh.csv"),
                rows("label,review\n", ",", CHINESE_THINGS, CHINESE_PRAISE, CHINESE_BLAME, CHINESE_FRAMES, true));
        int exit = new CommandLine(new TrainSentimentCommand())
                .execute(
                        "--data",
                        english.toString(),
                        chinese.toString(),
                        "--out",
                        folder.resolve("models").toString(),
                        "--cache",
                        folder.resolve("cache").toString(),
                        "--name",
                        "v1");
        ModelRegistry registry = new ModelRegistry(folder.resolve("models"));
        version = registry.open(Task.SENTIMENT, "v1");
        predictor = SentimentPredictor.open(version);
        assertEquals(exit == 0, registry.current(Task.SENTIMENT).isPresent());
    }

    @AfterAll
    static void close() {
        predictor.close();
    }

    @Test
    void one_version_reads_both_languages() {
        List<Sentiment> answers = answers(
                instance("I am very happy with this camera, it works perfectly"),
                instance("这台电脑用了一天就坏了，非常失望"),
                instance("It stopped working at once. Awful."),
                instance("非常喜欢，质量很好"));

        assertEquals(
                List.of(Polarity.POSITIVE, Polarity.NEGATIVE, Polarity.NEGATIVE, Polarity.POSITIVE),
                answers.stream().map(Sentiment::polarity).toList());
        assertEquals(
                List.of("en", "zh", "en", "zh"),
                answers.stream().map(Sentiment::language).toList());
    }

    @Test
    void a_text_gets_the_same_answer_among_others_as_alone() {
        SentimentInstance text = instance("Great phone");

        Sentiment alone = answers(text).getFirst();
        Sentiment among = answers(instance("质量很差"), instance("Terrible. ".repeat(300)), text)
                .getLast();

        assertEquals(alone.probability(), among.probability(), 1e-6);
    }

    @Test
    void a_far_language_is_refused_alone_and_says_which_are_known() {
        List<Outcome<Sentiment>> outcomes =
                predictor.predict(List.of(instance("Очень хорошая вещь"), instance("Very good")));

        String refusal =
                outcomes.getFirst().map(answer -> "answered", refused -> refused.code() + " " + refused.message());
        assertTrue(refusal.startsWith(Outcome.Refused.NO_ANSWER) && refusal.contains("und-Cyrl"), refusal);
        assertEquals(Polarity.POSITIVE, outcomes.getLast().map(Sentiment::polarity, refused -> Polarity.NEUTRAL));
    }

    @Test
    void the_card_tells_figures_by_language_beside_baselines() {
        assertTrue(version.card().metrics().getOrDefault("accuracy", 0.0) > .8);
        assertTrue(version.card().metrics().containsKey("Brier-zh"));
        assertEquals(
                Set.of("majority", "TF-IDF logistic"),
                version.card().baselines().keySet());
        assertTrue(version.card().parity() < 1e-4);
    }

    @Test
    void a_stored_version_is_judged_by_the_code_that_serves_it() throws IOException {
        Path file = Files.writeString(folder.resolve("new.tsv"), "Lovely, I like it\t1\nIt broke, bad\t0\n");

        int exit = new CommandLine(new EvaluateSentimentCommand())
                .execute(
                        "--reviews", file.toString(),
                        "--model", version.path().toString(),
                        "--json", folder.resolve("report.json").toString());

        assertEquals(0, exit);
        assertTrue(Files.readString(folder.resolve("report.json")).contains("\"accuracy\" : 1.0"));
    }

    private static List<Sentiment> answers(SentimentInstance... instances) {
        return predictor.predict(List.of(instances)).stream()
                .map(outcome -> outcome.map(answer -> answer, refused -> {
                    throw new AssertionError(refused.message());
                }))
                .toList();
    }

    private static SentimentInstance instance(String text) {
        return new SentimentInstance(text, Optional.empty());
    }

    private static String rows(
            String header,
            String between,
            List<String> things,
            List<String> praise,
            List<String> blame,
            List<String> frames,
            boolean labelFirst) {
        StringBuilder rows = new StringBuilder(header);
        for (String thing : things) {
            for (String frame : frames) {
                for (int i = 0; i < praise.size(); i++) {
                    String good = "\"" + String.format(frame, thing, praise.get(i)) + "\"";
                    String bad = "\"" + String.format(frame, thing, blame.get(i)) + "\"";
                    rows.append(labelFirst ? "1" + between + good : good + between + "1")
                            .append('\n');
                    rows.append(labelFirst ? "0" + between + bad : bad + between + "0")
                            .append('\n');
                }
            }
        }
        return rows.toString();
    }
}
