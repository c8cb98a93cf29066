/// Robots that watch over sites for whoever runs them, by the names under which partitions know them.
///
/// They come by the clock, not by interest, so they are counted apart from robots that read.
enum MonitorNames {
    static let all: Set<String> = [
        "Amazon Route 53", "AppInsights", "Better Uptime", "Catchpoint", "Checkly", "Datadog",
        "Dynatrace", "ELB-HealthChecker", "Freshping", "GomezAgent", "GoogleHC", "Grafana", "HetrixTools", "Icinga",
        "Monitis", "Nagios", "Neustar WPM", "New Relic", "NodePing", "PRTG", "Pingdom", "Prometheus", "Site24x7",
        "StatusCake", "Uptime", "Uptime-Kuma", "UptimeRobot", "Zabbix", "kube-probe",
    ]
}
