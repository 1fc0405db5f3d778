using System.Globalization;
using Gis.Core.Units;
using Gis.Web.Layout;

namespace Gis.Web.Reports;

/// <summary>What stands in a cell; how it reads on paper is <see cref="object.ToString"/>.</summary>
public abstract record ReportCell
{
    private ReportCell()
    {
    }

    /// <summary>An empty cell.</summary>
    public static ReportCell None { get; } = new Words("");

    public static implicit operator ReportCell(string text) => new Words(text);

    public static implicit operator ReportCell(long count) => new Count(count);

    public static implicit operator ReportCell(Share? share) => new Part(share);

    public sealed record Words(string Text) : ReportCell
    {
        public override string ToString() => Text;
    }

    public sealed record Count(long Value) : ReportCell
    {
        public override string ToString() => Wording.Number(Value);
    }

    /// <summary>A share; a dash where there is nothing to have a share of.</summary>
    public sealed record Part(Share? Value) : ReportCell
    {
        public override string ToString() => Value?.ToString() ?? "–";
    }

    /// <summary>A number with decimals; a dash where there is none.</summary>
    public sealed record Amount(double? Value, int Decimals = 1) : ReportCell
    {
        public override string ToString() => Value?.ToString("N" + Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) ?? "–";
    }

    /// <summary>The minutes of a trip, rounded up as everywhere; a dash where there is no way.</summary>
    public sealed record Trip(Minutes? Time) : ReportCell
    {
        public override string ToString() => Time is { } known ? (Math.Ceiling(known.Value * 10) / 10).ToString("0.0", CultureInfo.InvariantCulture) : "–";
    }

    /// <summary>A day; a dash where there is none.</summary>
    public sealed record Day(DateOnly? On) : ReportCell
    {
        public override string ToString() => On is { } known ? Wording.Day(known) : "–";
    }

    /// <summary>How much more or less, with its sign.</summary>
    public sealed record Change(long Value) : ReportCell
    {
        public override string ToString() => Value switch { > 0 => "+" + Wording.Number(Value), < 0 => "−" + Wording.Number(-Value), _ => "0" };
    }
}
