using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Network.Hours;

namespace Gis.Data.Store;

/// <summary>What one must know of a point, as columns of its row and back; the columns of what is not known are empty.</summary>
internal static class ReceptionColumns
{
    /// <summary>Between the words of a list in one column, and between those that an export writes.</summary>
    internal const string Separator = "、";

    internal static void Write(Reception? reception, PointRow row)
    {
        if (reception?.Hours is { } hours)
            (row.Hours, row.HoursBasis, row.HoursSource) = (hours.Weekly.ToString(), hours.Provenance.Basis, hours.Provenance.Source);
        if (reception is not { HasDetails: true })
            return;
        (row.Address, row.Phone, row.CheckedOn) = (OrNull(reception.Address), OrNull(reception.Phone), reception.Checked);
        (row.WaysIn, row.Languages) = (OrNull(Join(reception.WaysIn)), OrNull(Join(reception.Languages)));
        (row.DetailsBasis, row.DetailsSource) = (reception.Provenance.Basis, reception.Provenance.Source);
    }

    /// <exception cref="FormatException">The hours or a way in are written as nothing this program knows.</exception>
    internal static Reception? Read(PointRow row)
    {
        StatedHours? hours = row.Hours is { } text ? new(WeeklyHours.Parse(text), new Provenance(row.HoursBasis ?? Basis.Fact, row.HoursSource ?? "")) : null;
        var reception = new Reception(row.DetailsSource is { } source ? new Provenance(row.DetailsBasis ?? Basis.Fact, source) : hours?.Provenance ?? new Provenance(Basis.Fact, ""))
        {
            Address = row.Address ?? "",
            Phone = row.Phone ?? "",
            Hours = hours,
            WaysIn = [.. Split(row.WaysIn).Select(ReadWay)],
            Languages = [.. Split(row.Languages)],
            Checked = row.CheckedOn,
        };
        return reception.Settle();
    }

    internal static string Join(ImmutableArray<string> words) => string.Join(Separator, words);

    internal static string Join(ImmutableArray<WayIn> ways) => string.Join(Separator, ways.Select(way => way.Written()));

    private static string[] Split(string? words) => words?.Split(Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static string? OrNull(string text) => text.Length > 0 ? text : null;

    private static WayIn ReadWay(string text) => WrittenName.TryRead<WayIn>(text, out var way)
        ? way
        : throw new FormatException($"'{text}' is none of the ways in: {string.Join(", ", WrittenName.List<WayIn>())}.");
}
