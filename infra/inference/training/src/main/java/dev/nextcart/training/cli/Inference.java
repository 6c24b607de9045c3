package dev.nextcart.training.cli;

import dev.nextcart.inference.InvalidInstanceException;
import dev.nextcart.models.ModelException;
import dev.nextcart.training.CannotRunException;
import dev.nextcart.training.bench.BenchEndpointCommand;
import dev.nextcart.training.churn.EvaluateChurnCommand;
import dev.nextcart.training.churn.TrainChurnCommand;
import dev.nextcart.training.forecast.EvaluateForecastCommand;
import dev.nextcart.training.forecast.TrainForecastCommand;
import dev.nextcart.training.recommend.EvaluateRecommendCommand;
import dev.nextcart.training.recommend.TrainRecommendCommand;
import dev.nextcart.training.sentiment.EvaluateSentimentCommand;
import dev.nextcart.training.sentiment.TrainSentimentCommand;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./nextcart train | evaluate | models}: a program of its own, so that the local cloud starts without PyTorch. */
@Command(
        name = "nextcart",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        version = "Nextcart 0.1.0",
        description = "Trains, evaluates and keeps the models that the inference endpoint serves.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all is well",
            "1:it ran, and the model is not good enough to be served",
            "2:it could not run: wrong usage, a missing or damaged file"
        })
public final class Inference implements Runnable {
    private static final int CANNOT_RUN = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    /** DJL's story of what it finds on this machine; held, for the JDK forgets the level of a logger that nobody holds. */
    private static final Logger DJL = Logger.getLogger("ai.djl");

    public static void main(String[] args) {
        DJL.setLevel(Level.SEVERE);
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        CommandLine nextcart = new CommandLine(new Inference())
                .addSubcommand(train())
                .addSubcommand(evaluate())
                .addSubcommand(new ModelsCommand())
                .addSubcommand(bench());
        return nextcart.setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((problem, command, parsed) -> {
                    command.getErr().println(complaint(problem));
                    if (!isMendable(problem)) {
                        problem.printStackTrace(command.getErr());
                    }
                    return CANNOT_RUN;
                });
    }

    private static CommandLine train() {
        return new CommandLine(new TrainCommand())
                .addSubcommand(new TrainRecommendCommand())
                .addSubcommand(new TrainForecastCommand())
                .addSubcommand(new TrainChurnCommand())
                .addSubcommand(new TrainSentimentCommand());
    }

    private static CommandLine evaluate() {
        return new CommandLine(new EvaluateCommand())
                .addSubcommand(new EvaluateRecommendCommand())
                .addSubcommand(new EvaluateForecastCommand())
                .addSubcommand(new EvaluateChurnCommand())
                .addSubcommand(new EvaluateSentimentCommand());
    }

    private static CommandLine bench() {
        return new CommandLine(new BenchCommand()).addSubcommand(new BenchEndpointCommand());
    }

    private static boolean isMendable(Exception problem) {
        return problem instanceof CannotRunException
                || problem instanceof ModelException
                || problem instanceof InvalidInstanceException;
    }

    private static String complaint(Exception problem) {
        return isMendable(problem) ? String.valueOf(problem.getMessage()) : "failed: " + problem;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: nextcart COMMAND");
    }
}
