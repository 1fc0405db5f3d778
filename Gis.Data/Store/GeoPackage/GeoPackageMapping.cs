using System.Buffers.Binary;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Gis.Data.Store.GeoPackage;

/// <summary>What the tables need in a GeoPackage and in no other database: blobs for geometries, text for times and days.</summary>
internal static class GeoPackageMapping
{
    internal static void Apply(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<Point>().HaveConversion<PointBlob>().HaveColumnType("POINT");
        conventions.Properties<LineString>().HaveConversion<LineBlob>().HaveColumnType("LINESTRING");
        conventions.Properties<DateOnly>().HaveColumnType("DATE");
        conventions.Properties<DateTimeOffset>().HaveConversion<TimeText>().HaveColumnType("DATETIME");
    }

    // The writer would otherwise add heights that are not numbers, and the reader lose the reference system.
    internal static byte[] Write(Geometry geometry) => new GeoPackageGeoWriter { HandleOrdinates = Ordinates.XY }.Write(geometry);

    internal static Geometry Read(byte[] blob) =>
        ReadPlainPoint(blob) ?? new GeoPackageGeoReader { HandleOrdinates = Ordinates.XY, HandleSRID = true }.Read(blob);

    // A point as this program writes it. Nearly all are, a nation has a million, and a reader for each costs more than all the rest of its row.
    private static Point? ReadPlainPoint(ReadOnlySpan<byte> blob)
    {
        if (blob.Length != PlainHead.Length + sizeof(int) + PlainPoint.Length + (2 * sizeof(double)) || !blob.StartsWith(PlainHead) || !blob[8..].StartsWith(PlainPoint))
            return null;
        var (srid, x, y) = (BinaryPrimitives.ReadInt32LittleEndian(blob[4..]), BinaryPrimitives.ReadDoubleLittleEndian(blob[13..]), BinaryPrimitives.ReadDoubleLittleEndian(blob[21..]));
        // An empty point is written as one at no numbers.
        return double.IsNaN(x) || double.IsNaN(y) ? null : new Point(x, y) { SRID = srid };
    }

    // Version 1, without an extent, not empty, in the order of bytes of nearly every machine; then well-known binary in the same.
    private static ReadOnlySpan<byte> PlainHead => [(byte)'G', (byte)'P', 0, 0b0000_0001];

    private static ReadOnlySpan<byte> PlainPoint => [1, 1, 0, 0, 0];

    /// <summary>Whether a geometry is in CGCS2000 and written as this program does, or as others validly may, without an extent before it.</summary>
    internal static bool IsWellWritten(byte[] blob)
    {
        var geometry = Read(blob);
        return geometry.SRID == NetworkRows.Srid && (blob.AsSpan().SequenceEqual(Write(geometry)) || blob.AsSpan().StartsWith(PlainHead));
    }

    private sealed class PointBlob() : ValueConverter<Point, byte[]>(point => Write(point), blob => (Point)Read(blob));

    private sealed class LineBlob() : ValueConverter<LineString, byte[]>(line => Write(line), blob => (LineString)Read(blob));

    private sealed class TimeText() : ValueConverter<DateTimeOffset, string>(time => StoredTime.Write(time), text => StoredTime.Read(text));
}
