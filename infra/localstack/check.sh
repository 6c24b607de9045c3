# shellcheck shell=bash
# shellcheck disable=SC2154 # the options are deploy's, the rest common.sh's
# How deploy finds out whether what it deployed works. Sourced, never run; uses common.sh and deploy's options.

# A function that reports failures to a source that does not listen loses them. Say so rather than let a check look green.
look_at_sources() {
  local function answers sources=0
  while read -r function answers; do
    [ -n "$function" ] || continue
    sources=$((sources + 1))
    [[ $answers == *ReportBatchItemFailures* ]] ||
      warn "a source of $function says nothing of ReportBatchItemFailures: what the function could not do may be lost here"
  done < <(cloud lambda list-event-source-mappings --output text --query \
    "EventSourceMappings[?contains(FunctionArn, ':function:$stack_name-')].[FunctionArn, join(',', FunctionResponseTypes || \`[]\`)]" 2>/dev/null)
  [ $sources -gt 0 ] || warn "no function of $stack_name has a source here that can be looked at"
}

# Nothing here parses JSON: an event's own fields stand on lines of their own, two spaces in.
field() { sed -n "s/^  \"$1\": \"\([^\"]*\)\",\{0,1\}\$/\1/p" "$2"; }

# PutEvents takes ten; events/ has seven for the bus.
bus_entries=$scratch/bus.json
shoppers=()
products=()
send_events() {
  local file name shopper owner type detail clicks=0 orders=0 refused
  mkdir "$scratch/events"
  for file in "$root"/events/*.json; do
    name=$(basename "$file" .json)
    shopper=check-$run-$name
    owner=shopperId
    [ "$(field type "$file")" != ProductChanged ] || owner=productId
    sed -e "s/^  \"$owner\": \"[^\"]*\"/  \"$owner\": \"$shopper\"/" \
      -e "s/^  \"eventId\": \"[^\"]*\"/  \"eventId\": \"$shopper\"/" "$file" >"$scratch/events/$name.json"
    file=$scratch/events/$name.json
    type=$(field type "$file")
    if [ "$(field $owner "$file")" != "$shopper" ] || [ "$(field eventId "$file")" != "$shopper" ]; then
      fail "events/$name.json has no $owner and eventId on lines of their own"
    fi
    case $owner in
      shopperId) shoppers+=("$shopper") ;;
      *) products+=("$shopper") ;;
    esac
    case $type in
      OrderPlaced | OrderCancelled | OrderReturned | ReviewPosted | ReviewRemoved | ProductChanged | ShopperErased)
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
  local keys='' shopper product found missing until=$((SECONDS + check_seconds))
  for shopper in "${shoppers[@]}"; do keys+="${keys:+,}{\"shopperKey\":{\"S\":\"$(shopper_key "$shopper")\"}}"; done
  printf '{"%s-profiles":{"ConsistentRead":true,"ProjectionExpression":"shopperKey","Keys":[%s]}}' "$stack_name" "$keys" >"$scratch/keys.json"
  while :; do
    found=$(cloud dynamodb batch-get-item --request-items "file://$scratch/keys.json" --output text \
      --query "Responses.\"$stack_name-profiles\"[].shopperKey.S") || fail "cannot read table $stack_name-profiles"
    missing=()
    for shopper in "${shoppers[@]}"; do
      grep -qxF -- "$(shopper_key "$shopper")" <<<"${found//$'\t'/$'\n'}" || missing+=("${shopper#"check-$run-"}")
    done
    for product in "${products[@]}"; do
      found=$(cloud dynamodb get-item --table-name "$stack_name-catalogue" --consistent-read --output text \
        --key "{\"productId\":{\"S\":\"$product\"}}" --query Item.productId.S) || fail "cannot read table $stack_name-catalogue"
      [ "$found" = "$product" ] || missing+=("${product#"check-$run-"}")
    done
    [ ${#missing[@]} -gt 0 ] || break
    if [ $SECONDS -ge $until ]; then
      fail "after $check_seconds s there is no profile or product from ${missing[*]} (of $((${#shoppers[@]} + ${#products[@]})) events, each for one of its own); the logs are in /aws/lambda/$stack_name-order-events, -review-events, -catalogue-events, -clickstream-events and -erasure"
    fi
    sleep "$POLL_SECONDS"
  done
  say "All $((${#shoppers[@]} + ${#products[@]})) events have made a profile, a tombstone or a product: order-events, review-events, catalogue-events, clickstream-events and erasure work."
}
