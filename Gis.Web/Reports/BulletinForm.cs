using System.Globalization;
using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Units;
using Gis.Web.Coverage;
using Gis.Web.Layout;

namespace Gis.Web.Reports;

/// <summary>What bulletin somebody wants, as it is written in a link, before it is read.</summary>
/// <param name="Month">As "2026-11"; this month if empty.</param>
/// <param name="County">The code of a county; the whole city if empty.</param>
/// <param name="Coverage">How coverage is asked for.</param>
public sealed record BulletinForm(string Month, string County, CoverageForm Coverage)
{
    public static BulletinForm Of(IQueryCollection query)
    {
        var asked = CoverageForm.Of(query);
        // A bulletin is about the network as it is, and counts people.
        return new(query["month"].ToString().Trim(), query["county"].ToString().Trim(), new CoverageForm { Mode = asked.Mode, Limit = asked.Limit, Tiers = asked.Tiers });
    }

    /// <summary>Reads it; null when a field is wrong, and then the faults say which and what would be right.</summary>
    public BulletinQuestion? Read(ServiceNetwork network, DateOnly today, Language language, out FormFaults faults)
    {
        var coverage = Coverage.Read(network, language, out faults);
        var month = ReadMonth(new Month(today.Year, today.Month), language, faults);
        var county = ReadCounty(network, language, faults);
        return faults.IsEmpty ? new BulletinQuestion(month, county, coverage!) : null;
    }

    private Month ReadMonth(Month now, Language language, FormFaults faults)
    {
        if (Month.Length == 0)
            return now;
        if (!Core.Units.Month.TryParse(Month, out var month))
            faults.Add("month", Month, language[$"应为年月,如 {now}", $"a month as {now}"]);
        else if (month > now)
            faults.Add("month", Month, language[$"还没到,最晚 {now}", $"has not begun; {now} at the latest"]);
        return month;
    }

    private AreaCode? ReadCounty(ServiceNetwork network, Language language, FormFaults faults)
    {
        if (County.Length == 0)
            return null;
        if (network.FindCounty(County) is { } county)
            return county.Code;
        faults.Add("county", County, language["应为县(市)区编码之一:", "one of the counties' codes: "] + string.Join(", ", network.Counties.Select(each => each.Code)));
        return null;
    }
}

/// <summary>What bulletin is wanted.</summary>
/// <param name="Month">The month.</param>
/// <param name="County">The county; the whole city if none.</param>
/// <param name="Coverage">How coverage is asked for.</param>
public sealed record BulletinQuestion(Month Month, AreaCode? County, CoverageQuestion Coverage)
{
    /// <summary>The last day it tells of: of the month that runs, today.</summary>
    public DateOnly AsOf(DateOnly today) => today < Month.LastDay ? today : Month.LastDay;

    /// <summary>As it stands in a link.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"month={Month}{(County is { } county ? $"&county={county}" : "")}&{Coverage}");
}
