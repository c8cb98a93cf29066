import Events
import Parquet

/// The columns of every partition file, in order.
///
/// Identifying columns carry no statistics, which would stand in the clear in the footer, and are not compressed: the
/// output of a MAC does not shrink.
enum PartitionSchema {
    /// The version of the format.
    static let version = "1"

    /// The metadata keys of the format's version, of the epoch, of the writer and of the policy's digest.
    static let format = "footfall.format"
    static let epoch = "footfall.epoch"
    static let writer = "footfall.writer"
    static let policy = "footfall.policy"

    static let time = "time"
    static let tie = "tie"
    static let visit = "visit"
    static let sequence = "seq"

    static let parquet = ParquetSchema(
        [
            ColumnSchema(
                time, .int64, .timestamp(.microseconds, isAdjustedToUTC: true), preference: .delta)
        ]
            + texts([.kind, .name])
            + EventField.Identity.allCases.map {
                ColumnSchema(
                    $0.name, .fixedLengthByteArray(16), isOptional: true, codec: .uncompressed, hasStatistics: false)
            }
            + [
                ColumnSchema(tie, .int32, isOptional: true, hasStatistics: false),
                ColumnSchema(visit, .int64, isOptional: true, hasStatistics: false),
                ColumnSchema(sequence, .int32, isOptional: true, hasStatistics: false),
            ]
            + texts([.resolution])
            + EventField.Flag.allCases.map { ColumnSchema($0.name, .boolean, preference: .plain) }
            + texts([.method, .host, .path, .protocol, .tls, .mime, .cache])
            + [
                ColumnSchema(EventField.Number.status.name, .int32, isOptional: true),
                ColumnSchema(EventField.Number.bytes.name, .int64, isOptional: true, preference: .plain),
                ColumnSchema(EventField.Number.duration.name, .int64, isOptional: true, preference: .plain),
            ]
            + texts([
                .referrerDomain, .referrerKind, .keyword, .utmSource, .utmMedium, .utmCampaign, .searchWords,
                .browser, .os, .deviceClass, .robotName, .language, .country, .region, .appVersion, .platform,
                .terminal,
                .appStatus, .screen, .element, .postalArea, .ageBand, .gender, .occupation, .address,
            ])
            + [ColumnSchema(EventField.Number.browserMajor.name, .int32, isOptional: true)])

    private static func texts(_ fields: [EventField.Text]) -> [ColumnSchema] {
        fields.map {
            ColumnSchema(
                $0.name, .byteArray, .string, isOptional: $0 != .kind && $0 != .resolution,
                hasStatistics: !$0.isFreeText && $0 != .address)
        }
    }
}
