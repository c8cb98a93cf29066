/// What a cache did with a request.
public enum CacheStatus {
    /// What stands for a word that no known cache writes.
    public static let other = "other"

    /// The word of nginx for it where there is one, else a common one; ``other`` for what is not known.
    ///
    /// Known are the words of nginx (`$upstream_cache_status`), Apache, Varnish, Squid (`TCP_MEM_HIT`), CloudFront,
    /// Cloudflare, Fastly and Akamai. Case and what follows the first word (`Hit from cloudfront`, `TCP_MISS/200`,
    /// `HIT, MISS`) do not count.
    public static func name(_ status: Span<UInt8>) -> String {
        var end = 0
        while end < status.count, ASCII.isAlphanumeric(status[end]) || isJoint(status[end]) { end += 1 }
        let word = status.extracting(..<end)
        return names.first { $0.spellings.contains { word.equalsIgnoringCase($0) } }?.name ?? other
    }

    private static func isJoint(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }

    private static let names: [(name: String, spellings: [String])] = [
        (
            "HIT",
            [
                "hit", "tcp_hit", "tcp_mem_hit", "tcp_imshit", "tcp_ims_hit", "tcp_inm_hit", "tcp_offline_hit",
                "udp_hit",
                "originshieldhit", "hit-cluster", "hit-synth", "hit-wait", "mem_hit", "local_hit", "tcp_redirect_hit",
                "functiongeneratedresponse",
            ]
        ),
        (
            "MISS",
            ["miss", "tcp_miss", "udp_miss", "miss-cluster", "miss-wait", "tcp_cf_miss", "tcp_swapfail_miss", "fetch"]
        ),
        ("EXPIRED", ["expired", "tcp_expired_miss", "tcp_refresh_modified", "tcp_refresh_miss", "refreshmiss"]),
        (
            "STALE",
            [
                "stale", "hit-stale", "tcp_stale_hit", "tcp_refresh_fail_old", "tcp_refresh_fail_hit",
                "hit-stale-cluster",
                "tcp_refresh_fail",
            ]
        ),
        ("UPDATING", ["updating", "tcp_async_hit"]),
        (
            "REVALIDATED",
            [
                "revalidated", "refreshhit", "refresh_hit", "tcp_refresh_hit", "tcp_refresh_unmodified",
                "conditional-hit",
            ]
        ),
        (
            "BYPASS",
            ["bypass", "pass", "miss-pass", "tcp_client_refresh_miss", "dynamic", "ignored", "pipe", "uncacheable"]
        ),
        ("SCARCE", ["scarce"]),
        ("REDIRECT", ["redirect", "tcp_redirect"]),
        ("TUNNEL", ["tcp_tunnel"]),
        (
            "DENIED",
            ["denied", "tcp_denied", "udp_denied", "tcp_denied_reply", "limitexceeded", "capacityexceeded"]
        ),
        ("ERROR", ["error", "tcp_miss_aborted", "tcp_hit_aborted", "tcp_miss_timedout", "synth", "udp_invalid"]),
        ("NONE", ["none", "unknown", "none_none", "none_aborted", "tag_none"]),
    ]
}
