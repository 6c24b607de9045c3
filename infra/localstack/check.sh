# shellcheck shell=bash
# shellcheck disable=SC2154 # the options are deploy's, the rest common.sh's
# How deploy finds out whether what it deployed works. Sourced, never run; uses common.sh and deploy's options.

# A function that reports failures to a source that does not listen loses them. Say so rather than let a check look green.
look_at_sources() {
  local function answers
  for function in order-events review-events clickstream-events erasure; do
    answers=$(cloud lambda list-event-source-mappings --function-name "$stack_name-$function" --output text \
      --query 'EventSourceMappings[].FunctionResponseTypes[]' 2>/dev/null || :)
    [[ $answers == *ReportBatchItemFailures* ]] ||
      warn "the source of $function says nothing of ReportBatchItemFailures: what the function could not do may be lost here"
  done
}

# Nothing here parses JSON: an event's own fields stand on lines of their own, two spaces in.
field() { sed -n "s/^  \"$1\": \"\([^\"]*\)\",\{0,1\}\$/\1/p" "$2"; }

# PutEvents takes ten; events/ has six for the bus.
bus_entries=$scratch/bus.json
shoppers=()
send_events() {
  local file name shopper type detail clicks=0 orders=0 refused
  mkdir "$scratch/events"
  for file in "$root"/events/*.json; do
    name=$(basename "$file" .json)
    shopper=check-$run-$name
    sed -e "s/^  \"shopperId\": \"[^\"]*\"/  \"shopperId\": \"$shopper\"/" \
      -e "s/^  \"eventId\": \"[^\"]*\"/  \"eventId\": \"$shopper\"/" "$file" >"$scratch/events/$name.json"
    file=$scratch/events/$name.json
    type=$(field type "$file")
    if [ "$(field shopperId "$file")" != "$shopper" ] || [ "$(field eventId "$file")" != "$shopper" ]; then
      fail "events/$name.json has no shopperId and eventId on lines of their own"
    fi
    shoppers+=("$shopper")
    case $type in
      OrderPlaced | OrderCancelled | OrderReturned | ReviewPosted | ReviewRemoved | ShopperErased)
        detail=$(tr -d '\n' <"$file" | sed 's/[\\"]/\\&/g')
        printf '%s{"EventBusName":"%s-shop","Source":"nextcart.shop","DetailType":"%s","Detail":"%s"}' \
          "$([ $orders -eq 0 ] && printf '[' || printf ',')" "$stack_name" "$type" "$detail" >>"$bus_entries"
        orders=$((orders + 1))
        ;;
      ProductViewed | CartItemAdded | CartItemRemoved | SearchPerformed | RecommendationShown | RecommendationClicked)
        cloud kinesis put-record --stream-name "$stack_name-clicks" --partition-key "$shopper" --data "fileb://$file" >/dev/null ||
          fail "cannot put events/$name.json on stream $stack_name-clicks"
        clicks=$((clicks + 1))
        ;;
      *) fail "events/$name.json is of type '$type', which goes neither on the bus nor on the stream" ;;
    esac
  done
  printf ']' >>"$bus_entries"
  refused=$(cloud events put-events --entries "file://$bus_entries" --query FailedEntryCount --output text) ||
    fail "cannot put events on bus $stack_name-shop"
  [ "$refused" = 0 ] || fail "bus $stack_name-shop refused $refused of $orders events"
  say "Sent $orders events to bus $stack_name-shop and $clicks to stream $stack_name-clicks, marked $run."
}

sha256() { if command -v sha256sum >/dev/null; then sha256sum; else shasum -a 256; fi; }

# The key of a shopper's profile: the first 16 bytes of the id's SHA-256, as base64url without padding.
shopper_key() {
  # shellcheck disable=SC2059 # the format is the bytes
  printf "$(printf %s "$1" | sha256 | cut -c1-32 | sed 's/../\\x&/g')" | base64 | tr '+/' '-_' | tr -d '=\n'
}

# An erased shopper has a tombstone under the same key.
check_profiles() {
  local keys='' shopper found missing until=$((SECONDS + check_seconds))
  for shopper in "${shoppers[@]}"; do keys+="${keys:+,}{\"shopperKey\":{\"S\":\"$(shopper_key "$shopper")\"}}"; done
  printf '{"%s-profiles":{"ConsistentRead":true,"ProjectionExpression":"shopperKey","Keys":[%s]}}' "$stack_name" "$keys" >"$scratch/keys.json"
  while :; do
    found=$(cloud dynamodb batch-get-item --request-items "file://$scratch/keys.json" --output text \
      --query "Responses.\"$stack_name-profiles\"[].shopperKey.S") || fail "cannot read table $stack_name-profiles"
    missing=()
    for shopper in "${shoppers[@]}"; do
      grep -qxF -- "$(shopper_key "$shopper")" <<<"${found//$'\t'/$'\n'}" || missing+=("${shopper#"check-$run-"}")
    done
    [ ${#missing[@]} -gt 0 ] || break
    if [ $SECONDS -ge $until ]; then
      fail "after $check_seconds s there is no profile from ${missing[*]} (of ${#shoppers[@]} events, each for a shopper of its own); the logs are in /aws/lambda/$stack_name-order-events, -review-events, -clickstream-events and -erasure"
    fi
    sleep "$POLL_SECONDS"
  done
  say "All ${#shoppers[@]} events have made a profile or a tombstone: order-events, review-events, clickstream-events and erasure work."
}
