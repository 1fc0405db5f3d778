using Gis.Core.Network;

namespace Gis.Data.Import.Ledger;

/// <summary>Service points: where they stand and how far they are built. A list that has their stages alone is one of these.</summary>
internal sealed class PointReader(ServiceNetwork network, UnitFinder units, NewPoints fresh) : IRecordReader
{
    /// <inheritdoc/>
    public RecordChange? Read(RowCells cells)
    {
        var id = cells.Text(LedgerField.Id);
        if (id.Length > 0 && !PointId.TryParse(id, out _))
            cells.Add(new Remedy(RemedyKind.BadId, LedgerField.Id, id));
        if (PointId.TryParse(id, out var known) && network.FindPoint(known) is { } point)
            return new RecordChange(point, Change(cells, point));
        if (FindTier(cells) is not { } tier || units.Find(cells, tier.Level(), FieldOf(cells, tier)) is not { } area)
            return null;
        var there = network.ListPointsOf(area).Where(other => other.Tier == tier).ToList();
        if (there.Count > 1)
            there = Narrow(cells, there);
        if (there.Count == 1)
            return new RecordChange(there[0], Change(cells, there[0]));
        return there.Count == 0 && Draft(cells, id, tier, area) is { } draft ? new RecordChange(null, draft) : null;
    }

    private ServicePoint Change(RowCells cells, ServicePoint point)
    {
        var stage = cells.Choice<Stage>(LedgerField.Stage);
        return point with
        {
            Name = cells.Text(LedgerField.Name) is { Length: > 0 } name && name.Contains(RegisterName.OfTier(point.Tier), StringComparison.Ordinal) ? name : point.Name,
            Position = PositionCells.Read(cells, point.Position, network.SeatOf(point.Area)),
            Stage = stage ?? point.Stage,
            StageProvenance = cells.Known(point.StageProvenance, stage == point.Stage, stage is not null),
            Reception = ReceptionReader.Read(cells, point.Reception),
        };
    }

    private ServicePoint? Draft(RowCells cells, string id, Tier tier, AreaCode area)
    {
        var position = PositionCells.Read(cells, null, network.SeatOf(area));
        if (cells.Needed(LedgerField.Stage) is null || cells.Choice<Stage>(LedgerField.Stage) is not { } stage)
            return null;
        var name = cells.Text(LedgerField.Name);
        return new ServicePoint(
            PointId.TryParse(id, out var given) ? given : fresh.NewId(tier, area),
            name.Length > 0 ? name : RegisterName.PlaceOf(network.FindAreaName(area)!) + RegisterName.OfTier(tier),
            tier, area, position, network.BankOf(area), stage, cells.Known(null, isSame: false, isGiven: true))
        { Reception = ReceptionReader.Read(cells, null) };
    }

    // Several of a tier in one unit are told apart by their names.
    private static List<ServicePoint> Narrow(RowCells cells, List<ServicePoint> there)
    {
        var name = cells.Text(LedgerField.Name);
        var named = there.Where(point => point.Name == name).ToList();
        if (named.Count == 1)
            return named;
        cells.Add(new Remedy(RemedyKind.SeveralPoints, LedgerField.Id, name) { Options = [.. there.Select(point => new RemedyOption(point.Id.ToString(), point.Name))] });
        return there;
    }

    // As said, or by the name, or by the level of the unit that the row names most closely.
    private static Tier? FindTier(RowCells cells)
    {
        if (cells.Text(LedgerField.Tier).Length > 0)
            return cells.Choice<Tier>(LedgerField.Tier);
        foreach (var tier in Enum.GetValues<Tier>())
        {
            if (cells.Text(LedgerField.Name).EndsWith(RegisterName.OfTier(tier), StringComparison.Ordinal))
                return tier;
        }

        if (cells.Text(LedgerField.Village).Length > 0 || cells.Text(LedgerField.Code).Count(char.IsAsciiDigit) == 12)
            return Tier.Room;
        cells.Add(new Remedy(RemedyKind.Missing, LedgerField.Tier, "") { Options = [.. ChoiceWords.Of<Tier>().Select(word => new RemedyOption(word.Case.Written(), word.Words[0]))] });
        return null;
    }

    private static LedgerField FieldOf(RowCells cells, Tier tier) =>
        cells.Text(LedgerField.Area).Length > 0 ? LedgerField.Area
        : tier switch { Tier.Centre => LedgerField.County, Tier.Station => LedgerField.Township, _ => LedgerField.Village };
}

/// <summary>Identifiers for points that a list adds, none given twice.</summary>
internal sealed class NewPoints(ServiceNetwork network)
{
    private readonly HashSet<PointId> given = [];

    internal PointId NewId(Tier tier, AreaCode area) => Enumerable.Range(1, int.MaxValue)
        .Select(number => PointId.Of(tier, area, number))
        .First(id => network.FindPoint(id) is null && given.Add(id));
}
