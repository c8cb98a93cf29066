/// The names that logs with named values commonly give their fields.
///
/// Used where nobody has said what the names mean; among them are the variables of nginx, the Elastic Common Schema
/// (<https://www.elastic.co/guide/en/ecs/current/>), and what apps and devices send. Of several that fill the same
/// place, the one that stands first is used.
enum CommonNames {
    /// The names in flat lines and in the outermost JSON object.
    static let flat: [FieldMap.Entry] = entries(names)
    /// Those of flat lines, and paths into JSON objects.
    static let nested: [FieldMap.Entry] = flat + paths.map { FieldMap.Entry($0, $1) } + dotted

    static func entries(_ names: [(String, LogField)]) -> [FieldMap.Entry] {
        names.map { FieldMap.Entry([$0], $1, ignoresCase: true) }
    }

    private static let names: [(String, LogField)] = [
        ("time_iso8601", .time(.iso8601)), ("@timestamp", .time(.automatic)), ("timestamp", .time(.automatic)),
        ("time_local", .time(.automatic)), ("time", .time(.automatic)), ("ts", .time(.automatic)),
        ("datetime", .time(.automatic)), ("date_time", .time(.automatic)), ("date", .time(.automatic)),
        ("start_time", .time(.automatic)), ("starttime", .time(.automatic)), ("msec", .time(.epoch(.seconds))),
        ("eventtime", .time(.automatic)), ("event_time", .time(.automatic)), ("receivedtimestamp", .time(.automatic)),
        ("received_at", .time(.automatic)), ("created_at", .time(.automatic)), ("event_timestamp", .time(.automatic)),
        ("event-timestamp", .time(.automatic)),
        ("remote_addr", .text(.client)), ("client_ip", .text(.client)), ("clientip", .text(.client)),
        ("remote_ip", .text(.client)), ("remoteip", .text(.client)), ("client_addr", .text(.client)),
        ("remote_host", .text(.client)), ("remote", .text(.client)), ("clienthost", .text(.client)),
        ("clientaddr", .text(.client)), ("source_ip", .text(.client)), ("src_ip", .text(.client)),
        ("srcip", .text(.client)), ("ipaddress", .text(.client)), ("ip_address", .text(.client)),
        ("ip", .text(.client)), ("client", .text(.client)), ("framed-ip-address", .text(.client)),
        ("http_x_forwarded_for", .text(.forwarded)), ("x_forwarded_for", .text(.forwarded)),
        ("x-forwarded-for", .text(.forwarded)), ("forwarded_for", .text(.forwarded)), ("xff", .text(.forwarded)),
        ("remote_user", .text(.user)), ("user_name", .text(.user)), ("username", .text(.user)),
        ("user-name", .text(.user)), ("user_id", .text(.user)), ("userid", .text(.user)), ("user", .text(.user)),
        ("request", .request), ("request_line", .request),
        ("request_method", .text(.method)), ("method", .text(.method)), ("http_method", .text(.method)),
        ("verb", .text(.method)), ("requestmethod", .text(.method)),
        ("request_uri", .text(.target)), ("uri", .text(.target)), ("url", .text(.target)),
        ("requesturi", .text(.target)), ("request_path", .text(.target)), ("requestpath", .text(.target)),
        ("path", .path), ("uri_path", .path), ("document_uri", .path), ("args", .query), ("query_string", .query),
        ("query", .query),
        ("server_protocol", .text(.protocol)), ("protocol", .text(.protocol)), ("proto", .text(.protocol)),
        ("http_version", .text(.protocol)), ("status", .statusOrState), ("status_code", .status),
        ("statuscode", .status), ("http_status", .status), ("response_code", .status), ("response_status", .status),
        ("body_bytes_sent", .bytes), ("bytes_sent", .bytes), ("bytes", .bytes), ("response_size", .bytes),
        ("size", .bytes), ("body_size", .bytes), ("response_bytes", .bytes), ("content_length", .bytes),
        ("request_time", .duration(.seconds)), ("duration_us", .duration(.microseconds)),
        ("duration_ms", .duration(.milliseconds)), ("elapsed_ms", .duration(.milliseconds)),
        ("response_time_ms", .duration(.milliseconds)), ("latency_ms", .duration(.milliseconds)),
        ("duration", .duration(.written)), ("elapsed", .duration(.written)), ("latency", .duration(.written)),
        ("response_time", .duration(.written)), ("took", .duration(.written)),
        ("http_referer", .text(.referrer)), ("http_referrer", .text(.referrer)), ("referer", .text(.referrer)),
        ("referrer", .text(.referrer)),
        ("http_user_agent", .text(.agent)), ("user_agent", .text(.agent)), ("user-agent", .text(.agent)),
        ("useragent", .text(.agent)), ("agent", .text(.agent)), ("ua", .text(.agent)),
        ("http_host", .text(.host)), ("vhost", .text(.host)), ("server_name", .text(.host)),
        ("virtual_host", .text(.host)), ("domain", .text(.host)), ("host", .text(.host)), (":authority", .text(.host)),
        ("ssl_protocol", .text(.tls)), ("tls_version", .text(.tls)),
        ("upstream_cache_status", .text(.cache)), ("cache_status", .text(.cache)), ("cache", .text(.cache)),
        ("sent_http_content_type", .text(.mime)), ("content_type", .text(.mime)), ("mime", .text(.mime)),
        ("http_accept_language", .text(.language)), ("accept_language", .text(.language)),
        ("language", .text(.language)), ("locale", .text(.language)), ("lang", .text(.language)),
        ("postal_code", .text(.postalCode)), ("postalcode", .text(.postalCode)), ("postcode", .text(.postalCode)),
        ("zip_code", .text(.postalCode)), ("zipcode", .text(.postalCode)), ("zip", .text(.postalCode)),
        ("age", .text(.age)), ("birth_year", .text(.age)), ("birthyear", .text(.age)), ("year_of_birth", .text(.age)),
        ("gender", .text(.gender)), ("sex", .text(.gender)), ("occupation", .text(.occupation)),
        ("job", .text(.occupation)), ("profession", .text(.occupation)),
        ("cookie", .text(.cookie)), ("http_cookie", .text(.cookie)), ("session_id", .text(.cookie)),
        ("sessionid", .text(.cookie)), ("visitor_id", .text(.cookie)),
        ("mac", .text(.mac)), ("mac_address", .text(.mac)), ("macaddress", .text(.mac)), ("macaddr", .text(.mac)),
        ("client_mac", .text(.mac)), ("clientmac", .text(.mac)), ("device_mac", .text(.mac)), ("src_mac", .text(.mac)),
        ("source_mac", .text(.mac)), ("sta_mac", .text(.mac)), ("calling-station-id", .text(.mac)),
        ("calling_station_id", .text(.mac)), ("station", .text(.mac)), ("hwaddr", .text(.mac)), ("sta", .text(.mac)),
        ("device_id", .text(.device)), ("deviceid", .text(.device)), ("device", .text(.device)),
        ("terminal_id", .text(.device)), ("terminalid", .text(.device)), ("imei", .text(.device)),
        ("serial", .text(.device)), ("serial_number", .text(.device)), ("serialnumber", .text(.device)),
        ("client_id", .text(.device)), ("clientid", .text(.device)), ("topic", .text(.device)),
        ("install_id", .text(.device)), ("udid", .text(.device)), ("uuid", .text(.device)), ("idfv", .text(.device)),
        ("event_name", .text(.event)), ("eventname", .text(.event)), ("event_type", .text(.event)),
        ("eventtype", .text(.event)), ("event", .text(.event)), ("action", .text(.event)), ("type", .text(.event)),
        ("acct-status-type", .text(.event)), ("name", .text(.event)),
        ("screen_name", .text(.screen)), ("screenname", .text(.screen)), ("screen", .text(.screen)),
        ("view", .text(.screen)), ("page", .text(.screen)),
        ("click_target", .text(.element)), ("clicktarget", .text(.element)), ("element", .text(.element)),
        ("element_id", .text(.element)), ("button", .text(.element)), ("target", .text(.element)),
        ("app_version", .text(.appVersion)), ("appversion", .text(.appVersion)), ("version", .text(.appVersion)),
        ("platform", .text(.platform)), ("os", .text(.platform)), ("os_name", .text(.platform)),
        ("terminal_type", .text(.terminal)), ("terminaltype", .text(.terminal)), ("device_type", .text(.terminal)),
        ("devicetype", .text(.terminal)), ("device_model", .text(.terminal)), ("model", .text(.terminal)),
        ("terminal", .text(.terminal)),
        ("app_status", .text(.appStatus)), ("appstatus", .text(.appStatus)), ("app_state", .text(.appStatus)),
        ("state", .text(.appStatus)),
    ]

    private static let paths: [(String, LogField)] = [
        ("client.ip", .text(.client)), ("source.ip", .text(.client)), ("client.address", .text(.client)),
        ("source.address", .text(.client)), ("request.client_ip", .text(.client)),
        ("request.remote_ip", .text(.client)), ("request.remote_addr", .text(.client)),
        ("request.ip", .text(.client)), ("req.remoteAddress", .text(.client)), ("network.client.ip", .text(.client)),
        ("user.name", .text(.user)), ("user.id", .text(.user)),
        ("http.request.method", .text(.method)), ("request.method", .text(.method)), ("req.method", .text(.method)),
        ("http.method", .text(.method)),
        ("url.original", .text(.target)), ("request.uri", .text(.target)), ("request.url", .text(.target)),
        ("req.url", .text(.target)), ("http.url", .text(.target)), ("url.full", .text(.target)),
        ("url.path", .path), ("url.query", .query), ("request.path", .path),
        ("http.version", .text(.protocol)), ("request.proto", .text(.protocol)),
        ("http.response.status_code", .status), ("response.status", .status), ("res.statusCode", .status),
        ("response.status_code", .status), ("http.status_code", .status),
        ("http.response.body.bytes", .bytes), ("http.response.bytes", .bytes), ("response.size", .bytes),
        ("event.duration", .duration(.nanoseconds)), ("responseTime", .duration(.milliseconds)),
        ("http.request.referrer", .text(.referrer)), ("request.headers.Referer.0", .text(.referrer)),
        ("req.headers.referer", .text(.referrer)), ("http.referer", .text(.referrer)),
        ("user_agent.original", .text(.agent)), ("request.headers.User-Agent.0", .text(.agent)),
        ("req.headers.user-agent", .text(.agent)), ("http.useragent", .text(.agent)),
        ("url.domain", .text(.host)), ("request.host", .text(.host)), ("req.headers.host", .text(.host)),
        ("client.mac", .text(.mac)), ("source.mac", .text(.mac)), ("host.mac", .text(.mac)),
        ("device.mac", .text(.mac)), ("device.id", .text(.device)), ("device.model", .text(.terminal)),
        ("device.type", .text(.terminal)), ("device.platform", .text(.platform)), ("event.action", .text(.event)),
        ("event.name", .text(.event)), ("app.version", .text(.appVersion)), ("client.version", .text(.appVersion)),
        ("payload.event", .text(.event)), ("payload.mac", .text(.mac)),
    ]

    /// The same paths where they are written as one key with dots.
    private static let dotted = paths.map { FieldMap.Entry([$0.0], $0.1) }
}
