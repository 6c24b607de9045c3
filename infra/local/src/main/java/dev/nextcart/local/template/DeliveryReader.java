package dev.nextcart.local.template;

import dev.nextcart.local.template.TemplateReader.Resource;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads buckets and the delivery streams that fill them. */
final class DeliveryReader {
    // Firehose's defaults, and its bounds: 1..128 MiB, 0..900 s.
    private static final int BUFFER_MEBIBYTES = 5;
    private static final int BUFFER_SECONDS = 300;
    private static final Pattern KNOWN_EXPRESSIONS = Pattern.compile("([^!]|!(?!\\{)|!\\{timestamp:[^}]+})*");

    private DeliveryReader() {}

    /** A bucket's name. Lifecycles, encryption and who may come in make no difference on this machine. */
    static String bucket(Resource bucket) {
        bucket.properties()
                .ofNoConsequenceHere(
                        "BucketName",
                        "BucketEncryption",
                        "LifecycleConfiguration",
                        "OwnershipControls",
                        "PublicAccessBlockConfiguration",
                        "LoggingConfiguration",
                        "Tags");
        bucket.properties().findObject("VersioningConfiguration").ifPresent(versioning -> {
            versioning.oneOf("Status", "Suspended");
            versioning.done();
        });
        bucket.properties().done();
        return bucket.name();
    }

    static DeliveryStreamSpec delivery(Resource delivery, Scope scope) {
        Fields fields = delivery.properties();
        fields.ofNoConsequenceHere("DeliveryStreamName", "DeliveryStreamEncryptionConfigurationInput", "Tags");
        Optional<String> stream = source(fields, scope);
        Fields target = fields.object("ExtendedS3DestinationConfiguration");
        target.ofNoConsequenceHere(
                "RoleARN", "CloudWatchLoggingOptions", "EncryptionConfiguration", "ErrorOutputPrefix");
        if (!target.text("CompressionFormat").equals("GZIP")) {
            throw new TemplateException(target.at("CompressionFormat"), "the local cloud writes GZIP only");
        }
        String bucket = scope.idOf(ResourceKind.BUCKET, target.text("BucketARN"), target.at("BucketARN"));
        requireLines(target.object("ProcessingConfiguration"));
        Optional<Fields> hints = target.findObject("BufferingHints");
        int mebibytes =
                hints.map(hint -> hint.integer("SizeInMBs", BUFFER_MEBIBYTES)).orElse(BUFFER_MEBIBYTES);
        int seconds = hints.map(hint -> hint.integer("IntervalInSeconds", BUFFER_SECONDS))
                .orElse(BUFFER_SECONDS);
        hints.ifPresent(Fields::done);
        DeliveryStreamSpec spec = new DeliveryStreamSpec(
                delivery.id(),
                delivery.name(),
                scope.physicalName(bucket, target.at("BucketARN")),
                prefix(target),
                target.findText("FileExtension").orElse(".gz"),
                (long) mebibytes << 20,
                Duration.ofSeconds(seconds),
                stream);
        target.done();
        fields.done();
        return spec;
    }

    private static Optional<String> source(Fields fields, Scope scope) {
        fields.oneOf("DeliveryStreamType", "DirectPut", "KinesisStreamAsSource");
        boolean direct =
                fields.findText("DeliveryStreamType").orElse("DirectPut").equals("DirectPut");
        Optional<Fields> source = fields.findObject("KinesisStreamSourceConfiguration");
        if (direct == source.isPresent()) {
            throw new TemplateException(
                    fields.at("DeliveryStreamType"),
                    "DirectPut goes without KinesisStreamSourceConfiguration, KinesisStreamAsSource with it");
        }
        return source.map(stream -> {
            stream.ofNoConsequenceHere("RoleARN");
            String id = scope.idOf(ResourceKind.STREAM, stream.text("KinesisStreamARN"), stream.at("KinesisStreamARN"));
            stream.done();
            return id;
        });
    }

    private static String prefix(Fields target) {
        String prefix = target.text("Prefix");
        if (!KNOWN_EXPRESSIONS.matcher(prefix).matches()) {
            throw new TemplateException(target.at("Prefix"), "the local cloud knows !{timestamp:…} only");
        }
        return prefix;
    }

    /** One record a line is what every reader of the archive expects; Firehose itself would join them. */
    private static void requireLines(Fields processing) {
        if (!processing.flag("Enabled", false)) {
            throw new TemplateException(processing.at("Enabled"), "must be true: records are to be lines");
        }
        for (Fields processor : processing.objects("Processors")) {
            processor.oneOf("Type", "AppendDelimiterToRecord");
            processor.text("Type");
            for (Fields parameter : processor.objects("Parameters")) {
                parameter.oneOf("ParameterName", "Delimiter");
                parameter.oneOf("ParameterValue", "\\n");
                parameter.ofNoConsequenceHere("ParameterName", "ParameterValue");
                parameter.done();
            }
            processor.done();
        }
        processing.done();
    }
}
