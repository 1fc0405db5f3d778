using Gis.Core.Network;
using Gis.Core.Units;

namespace Gis.Data.Import.Ledger;

/// <summary>Villages: names, positions and residents.</summary>
internal sealed class VillageReader(ServiceNetwork network, UnitFinder units) : IRecordReader
{
    /// <inheritdoc/>
    public RecordChange? Read(RowCells cells)
    {
        if (NewCode(cells) is { } code)
            return Draft(cells, code) is { } draft ? new RecordChange(null, draft) : null;
        if (units.Find(cells, AreaLevel.Village, LedgerField.Name) is not { } found)
            return null;
        var village = network.FindVillage(found)!;
        return new RecordChange(village, Change(cells, village));
    }

    private Village Change(RowCells cells, Village village)
    {
        var residents = cells.Whole(LedgerField.Residents);
        return village with
        {
            Kind = cells.Choice<VillageKind>(LedgerField.Kind) ?? village.Kind,
            Position = PositionCells.Read(cells, village.Position, network.SeatOf(village.Code)),
            Residents = residents is { } count ? new Residents(count) : village.Residents,
            ResidentsProvenance = cells.Known(village.ResidentsProvenance, residents == village.Residents.Count, residents is not null),
        };
    }

    // A village that the register of the network does not have, in a township that it has.
    private AreaCode? NewCode(RowCells cells) =>
        AreaCode.TryParse(cells.Text(LedgerField.Code), out var code) && code.Level == AreaLevel.Village
        && network.FindVillage(code) is null && network.FindTownship(code.Township) is not null && !units.KnowsName(cells, code)
            ? code
            : null;

    private Village? Draft(RowCells cells, AreaCode code)
    {
        var township = network.FindTownship(code.Township)!;
        var residents = cells.Needed(LedgerField.Residents) is null ? null : cells.Whole(LedgerField.Residents);
        var position = PositionCells.Read(cells, null, network.SeatOf(code));
        if (cells.Needed(LedgerField.Name) is not { } name || residents is not { } count)
            return null;
        var kind = cells.Choice<VillageKind>(LedgerField.Kind) ?? (RegisterName.PlaceOf(name).EndsWith("社区", StringComparison.Ordinal) ? VillageKind.Community : VillageKind.Village);
        return new Village(code, name, kind, position, township.Bank, new Residents(count), cells.Known(null, isSame: false, isGiven: true));
    }
}
