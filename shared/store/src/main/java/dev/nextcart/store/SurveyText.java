package dev.nextcart.store;

import dev.nextcart.domain.erasure.Tombstone.Gone;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What lay where, readable in the console: {@code late-events=0 refused-events=2}. */
final class SurveyText {
    private SurveyText() {}

    static String of(List<Gone> survey) {
        return survey.stream().map(gone -> gone.store() + "=" + gone.count()).collect(Collectors.joining(" "));
    }

    static List<Gone> read(String text) {
        return Arrays.stream(text.split(" "))
                .filter(entry -> !entry.isEmpty())
                .map(SurveyText::entry)
                .toList();
    }

    private static Gone entry(String text) {
        int equals = text.lastIndexOf('=');
        return new Gone(text.substring(0, equals), Long.parseLong(text.substring(equals + 1)));
    }
}
