using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gis.Core.Network;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Gis.Data.Store.History;

/// <summary>
/// A record as one line of JSON, the columns of its table with its place as WKT, and back. The line is what the log digests
/// and keeps: a column that is added later is missing from old lines, and is then read as empty.
/// </summary>
internal static class RecordJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new GeometryText<Point>(),
            new GeometryText<LineString>(),
            new WrittenText<Placement>(),
            new WrittenText<Basis>(),
            new WrittenText<TownshipKind>(),
            new WrittenText<VillageKind>(),
            new WrittenText<Tier>(),
            new WrittenText<Post>(),
            new WrittenText<Stage>(),
        },
    };

    internal static string Write(NetworkRecord record, AreaCode city) => Write(NetworkRows.Write(record, city));

    internal static string Write(Row row) => JsonSerializer.Serialize(row, row.GetType(), Options);

    /// <exception cref="FormatException">The line holds no record of the kind.</exception>
    internal static NetworkRecord Read(RecordKind kind, string line)
    {
        try
        {
            return NetworkRows.Read((Row)JsonSerializer.Deserialize(line, TypeOf(kind), Options)!);
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException or NullReferenceException)
        {
            throw new FormatException($"No {kind.Written()} can be read from {line}: {fault.Message}", fault);
        }
    }

    /// <summary>Names what a record says: sixteen hexadecimal digits of SHA-256. Who shows a record and later changes it names by this what was seen.</summary>
    internal static string TagOf(NetworkRecord record, AreaCode city) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Write(record, city))))[..16];

    private static Type TypeOf(RecordKind kind) => kind switch
    {
        RecordKind.City => typeof(CityRow),
        RecordKind.County => typeof(CountyRow),
        RecordKind.Township => typeof(TownshipRow),
        RecordKind.Village => typeof(VillageRow),
        RecordKind.Point => typeof(PointRow),
        RecordKind.Firm => typeof(FirmRow),
        RecordKind.Staff => typeof(StaffRow),
        RecordKind.SpecialHours => typeof(SpecialHoursRow),
        RecordKind.Crossing => typeof(CrossingRow),
        _ => typeof(RiverRow),
    };

    private sealed class WrittenText<T> : JsonConverter<T>
        where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            WrittenName.TryRead<T>(reader.GetString(), out var value) ? value : throw new JsonException($"found no {typeof(T).Name}");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Written());
    }

    // Written with all their digits: WKT of the library rounds.
    private sealed class GeometryText<T> : JsonConverter<T>
        where T : Geometry
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var geometry = new WKTReader().Read(reader.GetString());
            geometry.SRID = NetworkRows.Srid;
            return geometry as T ?? throw new JsonException($"found a {geometry.GeometryType}, should be a {typeof(T).Name}");
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(
            $"{value.GeometryType.ToUpperInvariant()} ({string.Join(", ", value.Coordinates.Select(at => string.Create(CultureInfo.InvariantCulture, $"{at.X:R} {at.Y:R}")))})");
    }
}
