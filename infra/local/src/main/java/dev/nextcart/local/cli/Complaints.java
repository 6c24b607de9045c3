package dev.nextcart.local.cli;

import dev.nextcart.domain.event.StoreBusyException;
import dev.nextcart.local.client.CloudUnreachableException;
import dev.nextcart.local.cost.CostException;
import dev.nextcart.local.export.ExportException;
import dev.nextcart.local.shop.OrdersFileException;
import dev.nextcart.local.shop.Settling.StalledException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says what stopped a command: a sentence for what a user can mend, the whole story for a mistake of ours. */
final class Complaints implements IExecutionExceptionHandler {
    private final Screen screen;

    Complaints(Screen screen) {
        this.screen = screen;
    }

    @Override
    public int handleExecutionException(Exception problem, CommandLine command, ParseResult parsed) {
        String message = String.valueOf(problem.getMessage());
        switch (problem) {
            case CannotRunException known -> screen.complain(message);
            case OrdersFileException known -> screen.complain(message);
            case ExportException known -> screen.complain(message);
            case CloudUnreachableException known -> screen.complain(message);
            case CostException known -> screen.complain(message);
            case StalledException known -> screen.complain(message);
            case StoreBusyException busy ->
                screen.complain("DynamoDB does not answer, or has too much to do; try again: " + message);
            default -> {
                screen.complain("nextcart " + command.getCommandName() + " failed: " + message);
                problem.printStackTrace(screen.err());
            }
        }
        return Exit.CANNOT_RUN;
    }
}
