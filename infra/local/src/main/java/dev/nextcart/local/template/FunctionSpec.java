package dev.nextcart.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A Lambda function.
 *
 * @param name function name, e.g. {@code order-events}
 * @param codeUri folder or zip of the package, relative to the template
 * @param handler what the template calls the handler (class::method, or {@code bootstrap} natively)
 * @param environment variables, intrinsics resolved; {@code QUARKUS_LAMBDA_HANDLER} picks the handler bean
 */
public record FunctionSpec(
        String id,
        String name,
        String arn,
        String codeUri,
        String handler,
        Duration timeout,
        int memoryMegabytes,
        Map<String, String> environment,
        List<SourceSpec> sources) {}
