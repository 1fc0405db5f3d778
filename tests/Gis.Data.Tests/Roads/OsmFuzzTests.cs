using System.Text;
using CsCheck;
using Gis.Core.Places;
using Gis.Data.Roads;
using Gis.Fuzzing;

namespace Gis.Data.Tests.Roads;

/// <summary>Whatever stands in a file where OpenStreetMap data should, is read or refused by name.</summary>
public sealed class OsmFuzzTests : IDisposable
{
    private readonly OsmTown town = new();

    public void Dispose() => town.Dispose();

    [Theory, InlineData("*.osm", "fuzzed.osm"), InlineData("*.osm.pbf", "fuzzed.osm.pbf")]
    public void No_content_breaks_the_readers_of_roads(string seeds, string name) => Malformed.Bytes([.. Malformed.ListSeeds("Roads", seeds).Select(File.ReadAllBytes)]).Sample(
        content => Malformed.Try(() => Read(name, content)), iter: Malformed.Times(500), threads: 1);

    // Most damage to a whole file is found by its frames and checksums; this is what lies within them.
    [Fact]
    public void No_content_of_a_sound_frame_breaks_the_reader_of_roads()
    {
        var seeds = Malformed.ListSeeds("Roads", "*.block").Select(File.ReadAllBytes).ToArray();
        byte[] town = [.. Frame("OSMHeader", []), .. seeds.SelectMany(seed => Frame("OSMData", seed))];
        Malformed.Bytes(seeds).Sample(
            content => Malformed.Try(() => Read("framed.osm.pbf", [.. town, .. Frame("OSMData", content)])), iter: Malformed.Times(1000), threads: 1);
    }

    [Fact]
    public void Entities_that_grow_without_end_are_not_unfolded()
    {
        var grown = string.Concat(Enumerable.Range(1, 30).Select(level => $"<!ENTITY e{level} \"&e{level - 1};&e{level - 1};\">"));
        var xml = $"<?xml version=\"1.0\"?><!DOCTYPE osm [<!ENTITY e0 \"x\">{grown}]><osm version=\"0.6\"><way id=\"1\"><tag k=\"highway\" v=\"&e30;\"/></way></osm>";
        File.WriteAllText(town.PathOf("grown.osm"), xml);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<RoadsException>(() => RoadsImport.Read(town.PathOf("grown.osm"), Crs.Wgs84));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 50_000_000);
    }

    // A frame is the length of its header, its header and its blob; a blob's first field is content that is not packed.
    private static byte[] Frame(string kind, byte[] content)
    {
        byte[] blob = [0x0A, .. Number(content.Length), .. content];
        byte[] header = [0x0A, (byte)kind.Length, .. Encoding.ASCII.GetBytes(kind), 0x18, .. Number(blob.Length)];
        return [0, 0, 0, (byte)header.Length, .. header, .. blob];
    }

    private static IEnumerable<byte> Number(int value)
    {
        for (; value > 127; value >>= 7)
            yield return (byte)(value | 128);
        yield return (byte)value;
    }

    private void Read(string name, byte[] content)
    {
        File.WriteAllBytes(town.PathOf(name), content);
        try
        {
            RoadsImport.Read(town.PathOf(name), Crs.Wgs84);
        }
        catch (RoadsException refused)
        {
            Assert.StartsWith(name + ": found", refused.Message, StringComparison.Ordinal);
        }
    }
}
