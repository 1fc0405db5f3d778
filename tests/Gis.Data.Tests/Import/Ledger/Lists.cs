using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Data.Illustration;
using Gis.Data.Import.Files;
using Gis.Data.Import.Ledger;

namespace Gis.Data.Tests.Import.Ledger;

/// <summary>Lists as bureaus bring them, against the default network.</summary>
internal static class Lists
{
    internal const string Source = "测试台账";

    internal static readonly ServiceNetwork Network = new(DefaultNetwork.Draw(CityFacts.Read(Path.Combine(AppContext.BaseDirectory, "geodata", "yinchuan"))));

    /// <summary>The first village that has a room, and the room.</summary>
    internal static readonly ServicePoint Room = Network.Points.First(point => point.Tier == Tier.Room);

    internal static SourceTable Table(string heads, params string[] rows) => new(
        "list.csv", "list", [.. heads.Split(',')], [.. rows.Select((row, index) => new SourceRow(index + 2, [.. row.Split(',')], null))]);

    internal static ImportPreview Preview(SourceTable table, LedgerKind? kind = null, Crs? crs = null)
    {
        var plan = ImportPlan.Guess(table, Source, kind);
        return ImportStudy.Preview(Network, table, crs is null ? plan : plan with { Datum = new DatumGuess(crs, PairWriting.Plain) });
    }

    internal static RowState[] StatesOf(ImportPreview preview) => [.. preview.Rows.Select(row => row.State)];
}
