using System.Collections.Immutable;
using Gis.Core.Finder.Voice;
using Gis.Core.Network;
using Gis.Core.Units;
using Gis.Data.Store;
using Gis.Data.Store.Voice;

namespace Gis.Web.Finder.Voice;

/// <summary>What the ratings of the last twelve months come to.</summary>
public sealed class RatingDesk(VoiceStore voices, TimeProvider clock)
{
    private DateOnly Since => ChinaTime.DayOf(clock.GetUtcNow()).AddYears(-1).AddDays(1);

    /// <summary>Those of a point.</summary>
    /// <exception cref="StoreException">They cannot be read.</exception>
    public async Task<RatingsView> Read(ServicePoint point, CancellationToken cancel) =>
        new(point, RatingResult.Of((await voices.ListRatingsAsync(Since, point.Id, cancel))[point.Id]));

    /// <summary>Those of every county, and of every point that has enough.</summary>
    /// <exception cref="StoreException">They cannot be read.</exception>
    public async Task<RatingBoard> ReadAll(ServiceNetwork network, CancellationToken cancel)
    {
        var ratings = await voices.ListRatingsAsync(Since, null, cancel);
        return new RatingBoard(
            [.. network.Counties.Select(county => (county, RatingResult.Of(network.Points.Where(point => point.Area.County == county.Code).SelectMany(point => ratings[point.Id]))))],
            [.. from point in network.Points let result = RatingResult.Of(ratings[point.Id]) as RatingResult.Enough where result is not null select (point, result)]);
    }
}

/// <summary>What the ratings of a point come to, as its page shows it.</summary>
/// <param name="Point">The point.</param>
/// <param name="Result">What they come to.</param>
public sealed record RatingsView(ServicePoint Point, RatingResult Result);

/// <summary>What all ratings come to.</summary>
/// <param name="Counties">Every county, in the order of the network.</param>
/// <param name="Points">The points that have enough.</param>
public sealed record RatingBoard(ImmutableArray<(County County, RatingResult Result)> Counties, ImmutableArray<(ServicePoint Point, RatingResult.Enough Result)> Points);

/// <summary>Ratings as a table.</summary>
/// <param name="Id">The table's own name in its page.</param>
/// <param name="Head">What the rows are.</param>
/// <param name="Rows">Each with its name, its page and what its ratings come to.</param>
public sealed record RatingTable(string Id, string Head, IEnumerable<(string Name, string Address, RatingResult Result)> Rows);
