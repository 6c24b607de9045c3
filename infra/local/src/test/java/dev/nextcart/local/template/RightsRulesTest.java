package dev.nextcart.local.template;

import static dev.nextcart.local.template.PolicyDocuments.documents;
import static dev.nextcart.local.template.PolicyDocuments.grants;
import static dev.nextcart.local.template.ShopTemplate.each;
import static dev.nextcart.local.template.ShopTemplate.referred;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nextcart.local.template.PolicyDocuments.Document;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who may do what, in every policy document of every template: of roles, keys, queues, buckets and topics. */
class RightsRulesTest {
    private static final String KEY = "AWS::KMS::Key";
    /** ARNs that cannot be had by GetAtt, since what they name waits for the policy. */
    private static final String OURS =
            ".*(:event-bus/\\$\\{AWS::StackName}-shop|:s3:::\\$\\{AWS::StackName}-archive-.*)";

    /** Wildcards that must be, as "type Sid action on resource", each with the reason why nothing narrower will do. */
    private static final Map<Pattern, String> NEEDED = Map.of(
            Pattern.compile("AWS::IAM::Role Trace xray:Put\\w+ on \\*"),
            "X-Ray has no resources to name: these actions accept only the wildcard",
            Pattern.compile("AWS::KMS::Key \\w+ kms:\\w+ on \\*"),
            "in a key's own policy the wildcard is that key and nothing else",
            Pattern.compile("AWS::KMS::Key RightsAreGivenByIam kms:\\* on \\*"),
            "leaves the key's rights to IAM; a key that its account may not administer can never be changed again",
            Pattern.compile("AWS::S3::BucketPolicy (TlsOnly|EncryptedOnTheWay|NoOldTls) s3:\\* on .*"),
            "denies, and a denial that names actions forgets those to come",
            Pattern.compile(
                    "AWS::IAM::(Role|RolePolicy) \\w+ s3:(Get|Put|Delete|Abort)\\w+ on \\$\\{\\w+\\.Arn}/.*\\*"),
            "objects of one of our buckets, whose names nobody knows before they are written",
            Pattern.compile(
                    "AWS::IAM::Role (SignInToEcr ecr:GetAuthorizationToken|SpeakToCloudWatch cloudwatch:PutMetricData) on \\*"),
            "neither can be given for one resource; the metrics are held to SageMaker's namespace",
            Pattern.compile(
                    "AWS::IAM::Role WriteLogs logs:\\w+ on .*:log-group:/aws/sagemaker/Endpoints/\\$\\{AWS::StackName}-\\*"),
            "log streams of our endpoint, named by SageMaker",
            Pattern.compile("AWS::IAM::Role LookAtTheNetwork ec2:Describe\\w+ on \\*"),
            "EC2 has no resources to name for these actions",
            Pattern.compile(
                    "AWS::IAM::Role JoinTheNetwork ec2:\\w+NetworkInterface\\w* on .*:(network-interface|subnet|security-group)/\\*"),
            "network interfaces that SageMaker makes for the endpoint");

    private static final Rule NARROW = (template, broken) -> grants(template)
            .filter(grant -> grant.text().contains("*"))
            .filter(grant -> NEEDED.keySet().stream()
                    .noneMatch(needed -> needed.matcher(grant.text()).matches()))
            .forEach(grant -> broken.accept(grant.id(), "grants more than it names: " + grant.text()));

    private static final Rule NOT_BORROWED = (template, broken) -> {
        template.propertiesOf("AWS::IAM::Role").forEach((id, role) -> {
            if (role.has("ManagedPolicyArns")) {
                broken.accept(id, "takes a policy that somebody else may change");
            }
        });
        template.functions().forEach((id, function) -> {
            if (function.has("Policies")) {
                broken.accept(id, "lets SAM write a role; write it out");
            }
        });
    };

    /** A service that acts for anybody must be told for whom, or a stranger sends it (AWS: "the confused deputy"). */
    private static final Rule NO_CONFUSED_DEPUTY =
            (template, broken) -> documents(template).forEach(document -> {
                for (JsonNode statement : document.statements()) {
                    String service = statement.path("Principal").path("Service").toString();
                    boolean ofOurs = !statement.path("Condition").isMissingNode();
                    // Lambda takes a role only for a function that somebody with iam:PassRole for it has made.
                    if (!service.isEmpty() && !service.equals("\"lambda.amazonaws.com\"") && !ofOurs) {
                        broken.accept(document.id(), service + " may act for anybody");
                    }
                }
            });

    private static final Rule THROUGH_SERVICES = (template, broken) -> documents(template)
            .filter(document -> !document.type().equals(KEY))
            .forEach(document -> {
                for (JsonNode statement : document.statements()) {
                    boolean usesKey = statement.path("Action").toString().contains("kms:");
                    JsonNode via =
                            statement.path("Condition").path("StringEquals").path("kms:ViaService");
                    if (usesKey && via.isEmpty()) {
                        broken.accept(document.id(), "may use the key for anything, not only through its stores");
                    }
                }
            });

    private static final Rule ONLY_RULES_SEND = (template, broken) -> documents(template)
            .filter(document -> document.type().equals("AWS::SQS::QueuePolicy"))
            .forEach(document -> onlyRulesSend(document, broken));

    private static void onlyRulesSend(Document document, BiConsumer<String, String> broken) {
        for (JsonNode statement : document.statements()) {
            JsonNode senders = statement.path("Condition").path("ArnEquals").path("aws:SourceArn");
            boolean ours = each(senders)
                    .allMatch(arn -> referred(arn).endsWith("Rule")
                            || arn.path("Fn::Sub").asText().matches(OURS));
            if (senders.isMissingNode() || !ours) {
                broken.accept(document.id(), "lets others than our bus, its rules and our bucket send");
            }
        }
    }

    @Test
    void nothing_is_granted_that_is_not_named() {
        TemplateTree.all().values().forEach(NARROW::isKeptBy);

        TemplateTree shop = TemplateTree.shop();
        String statement = "[{Sid: All, Effect: Allow, Action: '%s', Resource: %s}]";
        for (String grant : List.of(
                statement.formatted("dynamodb:*", "!GetAtt SalesTable.Arn"),
                statement.formatted("dynamodb:GetItem", "'*'"))) {
            NARROW.isBrokenBy(
                    shop.withProperty(grant, "OrderEventsRole", "Policies", "0", "PolicyDocument", "Statement"),
                    "OrderEventsRole");
        }
    }

    @Test
    void no_reason_for_a_wildcard_has_outlived_it() {
        Set<Pattern> stale = new HashSet<>(NEEDED.keySet());
        TemplateTree.all().values().stream()
                .flatMap(PolicyDocuments::grants)
                .forEach(grant ->
                        stale.removeIf(needed -> needed.matcher(grant.text()).matches()));

        assertEquals(
                List.of(),
                stale.stream().sorted(Comparator.comparing(Pattern::pattern)).toList());
    }

    @Test
    void no_role_takes_policies_of_others() {
        NOT_BORROWED.isKeptBy(TemplateTree.shop());

        NOT_BORROWED.isBrokenBy(
                TemplateTree.shop().withProperty("[some-arn]", "OrderEventsRole", "ManagedPolicyArns"),
                "OrderEventsRole");
    }

    @Test
    void a_service_acts_for_this_stack_or_account_only() {
        TemplateTree.all().values().forEach(NO_CONFUSED_DEPUTY::isKeptBy);

        NO_CONFUSED_DEPUTY.isBrokenBy(
                TemplateTree.shop()
                        .withoutProperty("OrdersQueuePolicy", "PolicyDocument", "Statement", "0", "Condition"),
                "OrdersQueuePolicy");
    }

    @Test
    void a_role_uses_the_key_through_its_stores_only() {
        THROUGH_SERVICES.isKeptBy(TemplateTree.shop());

        String anything = "[{Sid: Use, Effect: Allow, Action: kms:Decrypt, Resource: !GetAtt DataKey.Arn}]";
        THROUGH_SERVICES.isBrokenBy(
                TemplateTree.shop()
                        .withProperty(anything, "OrderEventsRole", "Policies", "0", "PolicyDocument", "Statement"),
                "OrderEventsRole");
    }

    @Test
    void only_our_rules_bus_and_bucket_may_send_to_a_queue() {
        ONLY_RULES_SEND.isKeptBy(TemplateTree.shop());

        ONLY_RULES_SEND.isBrokenBy(
                TemplateTree.shop()
                        .withProperty(
                                "!GetAtt OrdersQueue.Arn",
                                "OrdersQueuePolicy",
                                "PolicyDocument",
                                "Statement",
                                "0",
                                "Condition",
                                "ArnEquals",
                                "aws:SourceArn"),
                "OrdersQueuePolicy");
    }
}
