using CsCheck;
using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Core.Travel;
using Gis.Core.Units;
using Gis.Fuzzing;

namespace Gis.Core.Tests;

/// <summary>Whatever is written where a term should be, is read or refused; and what is read is written so that it is read again.</summary>
public sealed class ParserFuzzTests
{
    [Fact]
    public void No_text_breaks_the_readers_of_terms() => Malformed.Texts(File.ReadAllLines(Malformed.ListSeeds(".", "terms.txt").Single())).Sample(
        text => Malformed.Try(() => ReadAll(text)), iter: Malformed.Times(4000), threads: 1);

    private static void ReadAll(string text)
    {
        if (AreaCode.TryParse(text, out var code))
            Assert.True(AreaCode.TryParse(code.Digits, out var again) && again == code);
        if (PointId.TryParse(text, out var id))
            Assert.True(PointId.TryParse(id.ToString(), out var again) && again == id);
        if (Month.TryParse(text, out var month))
            Assert.True(Month.TryParse(month.ToString(), out var again) && again == month);
        if (WrittenPosition.TryRead(text, out var at))
            Assert.Equal(at, WrittenPosition.Rounded(at));
        if (TypedPosition.ReadPair(text) is PositionReading.Read typed)
            Assert.True(double.IsFinite(typed.Pair.X) && double.IsFinite(typed.Pair.Y), text);
        if (TypedPosition.Read(text, text) is PositionReading.Read twice)
            Assert.Equal(twice.Pair.X, twice.Pair.Y);
        if (WrittenName.TryRead<TravelMode>(text, out var mode))
            Assert.Equal(text, mode.Written());
        if (Crs.TryParse(text, out var crs, out _))
            Convert(crs, text);
    }

    private static void Convert(Crs crs, string text)
    {
        foreach (var xy in new[] { new XY(106.2, 38.4), new XY(0, 0), new XY(-1e300, 1e300), new XY(double.NaN, double.PositiveInfinity), new XY(35_500_000, 4_260_000) })
        {
            if (crs.TryToLonLat(xy, out var at, out var fault))
                Assert.True(crs.TryFromLonLat(at, out _, out fault) || fault.Length > 0, text);
            else
                Assert.NotEmpty(fault);
        }
    }
}
