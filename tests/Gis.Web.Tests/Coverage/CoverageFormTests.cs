using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Web.Coverage;
using Gis.Web.Layout;
using Gis.Web.Tests.Maps;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Gis.Web.Tests.Coverage;

/// <summary>What may be asked about points moved and added, and what is said about the rest.</summary>
public sealed class CoverageFormTests
{
    private const string Room = "room-100001002001";

    private static readonly ServiceNetwork Block = MadeUpCity.Block();

    private static CoverageQuestion? Read(string query, Language language, out FormFaults faults) =>
        CoverageForm.Of(new QueryCollection(QueryHelpers.ParseQuery(query))).Read(Block, language, out faults);

    [Theory]
    [InlineData("mode=walk&limit=30&tiers=centre,station,room")]
    [InlineData("mode=car&limit=12.5&tiers=room&with=room-100001002001&without=room-100001002002")]
    [InlineData("mode=walk&limit=30&tiers=centre,station,room&move=room-100001002001@106.000000_38.010000&add=room@106.000000_38.000000,centre@106.020000_38.000000&weigh=rural")]
    public void A_link_reads_as_the_question_that_writes_it(string query) =>
        Assert.Equal(query, Read(query, Language.Chinese, out _)!.ToString());

    [Fact]
    public void A_place_may_be_written_with_fewer_decimals() => Assert.Equal(
        "room@106.000000_38.010000", Assert.Single(Read("add=room@106_38.01", Language.Chinese, out _)!.Additions).ToString());

    [Theory]
    [InlineData("move=nobody@106_38", "move", "没有这个服务点", "no point")]
    [InlineData("move=" + Room + "@106_38," + Room + "@106_38.01", "move", "只能移动一次", "moved only once")]
    [InlineData("move=" + Room, "move", "经度_纬度", "longitude_latitude")]
    [InlineData("move=" + Room + "@38_106", "move", "经度_纬度", "longitude_latitude")]
    [InlineData("move=" + Room + "@NaN_38", "move", "经度_纬度", "longitude_latitude")]
    [InlineData("add=palace@106_38", "add", "centre, station, room", "centre, station, room")]
    [InlineData("add=room@106", "add", "经度_纬度", "longitude_latitude")]
    [InlineData("add=room@106_38_1", "add", "经度_纬度", "longitude_latitude")]
    [InlineData("add=room@108_38", "add", "超过 100 公里", "more than 100 km")]
    [InlineData("add=room@38.5_38", "add", "经度在前", "longitude comes first")]
    [InlineData("weigh=gold", "weigh", "residents, villages, rural", "residents, villages, rural")]
    public void What_cannot_be_is_said_in_both_languages(string query, string field, string chinese, string english)
    {
        Assert.Null(Read(query, Language.Chinese, out var faults));
        Assert.Contains(chinese, Assert.Single(faults.ToDictionary()[field]), StringComparison.Ordinal);
        Assert.Null(Read(query, Language.English, out faults));
        Assert.Contains(english, Assert.Single(faults.ToDictionary()[field]), StringComparison.Ordinal);
    }

    [Fact]
    public void Exactly_as_many_as_may_be_added_are_and_one_more_is_not()
    {
        string Additions(int count) => "add=" + string.Join(',', Enumerable.Repeat("room@106_38", count));
        Assert.Equal(CoverageQuestion.MostChanges, Read(Additions(CoverageQuestion.MostChanges), Language.English, out _)!.Additions.Length);
        Assert.Null(Read(Additions(CoverageQuestion.MostChanges + 1), Language.English, out var faults));
        Assert.Contains("at most 50", Assert.Single(faults.Sentences), StringComparison.Ordinal);
    }
}
