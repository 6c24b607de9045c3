package dev.nextcart.s3local;

/** The little XML that S3 speaks. */
final class Xml {
    static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private Xml() {}

    static String element(String name, String text) {
        return "<" + name + ">" + escaped(text) + "</" + name + ">";
    }

    static String error(S3Exception problem, String resource) {
        return HEAD + "<Error>"
                + element("Code", problem.code())
                + element("Message", String.valueOf(problem.getMessage()))
                + element("Resource", resource)
                + element("RequestId", "local")
                + "</Error>";
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            switch (each) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.append(each < ' ' ? ' ' : each);
            }
        }
        return escaped.toString();
    }
}
