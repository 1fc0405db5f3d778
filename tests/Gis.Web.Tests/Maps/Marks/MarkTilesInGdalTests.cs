using System.Diagnostics;
using Gis.Web.Maps;
using Gis.Web.Maps.Marks;

namespace Gis.Web.Tests.Maps.Marks;

/// <summary>What GDAL, which shares no line with the writer, reads in a tile.</summary>
public sealed class MarkTilesInGdalTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("gis-mvt-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void GDAL_reads_every_kind_of_field_and_every_corner_of_the_world()
    {
        // North-west and south-east corner, the middle, and a place of the south-western quarter, which has negative degrees.
        var columns = new MarkColumns(
            [-180, 180, 0, -90],
            [90, -90, 0, -45],
            [
                MarkField.Text("name", ["西北角", "东南角", null, ""]),
                MarkField.Whole("whole", [0, long.MaxValue, -1, int.MinValue]),
                MarkField.Real("real", [0.5, -1e-300, double.MaxValue, -2]),
                MarkField.Flag("flag", [true, false, true, false]),
            ]);
        var read = Read(new MarkTiles(new MarkSource("marks", null, 0, new MarkIndex(columns))), new TileAddress(0, 0, 0));

        Assert.Contains("Layer name: marks", read, StringComparison.Ordinal);
        Assert.Contains("Feature Count: 4", read, StringComparison.Ordinal);
        foreach (var said in (string[])
            [
                "name (String) = 西北角", "name (String) = 东南角", "name (String) = \n",
                "whole (Integer64) = 0", "whole (Integer64) = 9223372036854775807", "whole (Integer64) = -1", "whole (Integer64) = -2147483648",
                "real (Real) = 0.5", "real (Real) = -1e-300", "real (Real) = 1.79769313486232e+308", "real (Real) = -2",
                "flag (Integer(Boolean)) = 1", "flag (Integer(Boolean)) = 0",
                // GDAL counts y upwards in a tile whose place it does not know; the last unit of a side is 4095.
                "POINT (0 4096)", "POINT (4095 1)", "POINT (2048 2048)",
            ])
        {
            Assert.Contains(said, read, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void GDAL_reads_cells_and_their_sums()
    {
        var columns = new MarkColumns(
            [.. Enumerable.Repeat(-90.0, 2001), 90],
            [.. Enumerable.Repeat(45.0, 2001), 45],
            [],
            new MarkTotal("residents", [.. Enumerable.Repeat(3L, 2001), 0]));
        var read = Read(new MarkTiles(new MarkSource("marks", "cells", 0, new MarkIndex(columns))), new TileAddress(0, 0, 0));
        Assert.Contains("Layer name: cells", read, StringComparison.Ordinal);
        Assert.Contains("Feature Count: 2\n", read, StringComparison.Ordinal);
        Assert.Contains("count (Integer) = 2001", read, StringComparison.Ordinal);
        Assert.Contains("residents (Integer) = 6003", read, StringComparison.Ordinal);
        Assert.Contains("count (Integer) = 1\n", read, StringComparison.Ordinal);
    }

    private string Read(MarkTiles tiles, TileAddress at)
    {
        var file = Path.Combine(folder, "tile.mvt");
        File.WriteAllBytes(file, TileReading.Unpack(tiles.Draw(at)!));
        using var gdal = Process.Start(new ProcessStartInfo("ogrinfo", ["-ro", "-al", file]) { RedirectStandardOutput = true })!;
        var read = gdal.StandardOutput.ReadToEnd();
        gdal.WaitForExit();
        return read;
    }
}
