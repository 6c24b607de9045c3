package dev.nextcart.s3local;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/** ListObjectsV2: one page of a bucket's objects as S3's XML. */
final class Listing {
    private static final int MAX_KEYS = 1000;
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private final ObjectFolders folders;
    private final String bucket;
    private final String prefix;
    private final Optional<String> after;
    private final int maxKeys;
    private final boolean encoded;

    Listing(ObjectFolders folders, String bucket, Map<String, String> query) {
        this.folders = folders;
        this.bucket = bucket;
        this.prefix = query.getOrDefault("prefix", "");
        this.maxKeys = maxKeys(query.getOrDefault("max-keys", Integer.toString(MAX_KEYS)));
        this.encoded = query.getOrDefault("encoding-type", "").equals("url");
        this.after = query.containsKey("continuation-token")
                ? Optional.of(decoded(query.get("continuation-token")))
                : Optional.ofNullable(query.get("start-after"));
    }

    String xml() throws IOException {
        SortedSet<String> keys = folders.keys(bucket, prefix);
        SortedSet<String> rest = after.map(key -> keys.tailSet(key + '\0')).orElse(keys);
        StringBuilder contents = new StringBuilder();
        String last = "";
        int count = 0;
        boolean more = false;
        for (String key : rest) {
            if (count == maxKeys) {
                more = true;
                break;
            }
            Optional<Stored> object = folders.find(bucket, key);
            if (object.isPresent()) {
                contents.append(xml(object.get()));
                last = key;
                count++;
            }
        }
        String xml = Xml.HEAD + "<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
                + Xml.element("Name", bucket)
                + Xml.element("Prefix", name(prefix))
                + Xml.element("KeyCount", Integer.toString(count))
                + Xml.element("MaxKeys", Integer.toString(maxKeys))
                + (encoded ? Xml.element("EncodingType", "url") : "")
                + Xml.element("IsTruncated", Boolean.toString(more));
        return xml + (more ? Xml.element("NextContinuationToken", token(last)) : "") + contents + "</ListBucketResult>";
    }

    private String xml(Stored object) {
        return "<Contents>"
                + Xml.element("Key", name(object.key()))
                + Xml.element("LastModified", TIME.format(object.modified()))
                + Xml.element("ETag", object.etag())
                + Xml.element("Size", Long.toString(object.bytes()))
                + Xml.element("StorageClass", "STANDARD")
                + "</Contents>";
    }

    private String name(String key) {
        return encoded
                ? URLEncoder.encode(key, StandardCharsets.UTF_8)
                        .replace("%2F", "/")
                        .replace("+", "%20")
                : key;
    }

    private static int maxKeys(String text) {
        try {
            int asked = Integer.parseInt(text);
            if (asked < 0) {
                throw S3Exception.invalid("max-keys " + asked + " is negative");
            }
            return Math.min(asked, MAX_KEYS);
        } catch (NumberFormatException e) {
            throw S3Exception.invalid("max-keys \"" + text + "\" is not a number");
        }
    }

    private static String token(String key) {
        return Base64.getUrlEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw S3Exception.invalid("The continuation token is none that was given out");
        }
    }
}
