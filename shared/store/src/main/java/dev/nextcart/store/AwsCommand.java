package dev.nextcart.store;

/** Commands of the AWS CLI that an operator can paste into a shell. */
final class AwsCommand {
    private AwsCommand() {}

    /** Counts the items under one partition key. */
    static String query(String table, String key, String value) {
        return "aws dynamodb query --table-name " + table + " --consistent-read --select COUNT"
                + " --key-condition-expression '" + key + " = :v' --expression-attribute-values "
                + quoted("{\":v\":{\"S\":\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}}");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
