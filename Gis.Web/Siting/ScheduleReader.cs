using System.Collections.Immutable;
using System.Globalization;
using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Siting;
using Gis.Core.Units;
using Gis.Web.Layout;

namespace Gis.Web.Siting;

/// <summary>Reads the fields of a schedule over the rooms that a question leaves to be built.</summary>
internal sealed class ScheduleReader
{
    /// <summary>The most months that may be counted.</summary>
    internal const int MostMonths = 36;

    private const int MostCrews = 1000;

    private const decimal MostMoney = 1_000_000_000;

    private readonly ServiceNetwork network;
    private readonly Language language;
    private readonly FormFaults faults;
    private readonly ImmutableArray<ServicePoint> rooms;
    private readonly HashSet<PointId> ids;

    internal ScheduleReader(ServiceNetwork network, CoverageQuestion question, Language language, FormFaults faults)
    {
        (this.network, this.language, this.faults) = (network, language, faults);
        rooms = [.. network.Points.Where(question.MayBuild)];
        ids = [.. rooms.Select(room => room.Id)];
    }

    internal ScheduleQuestion? Read(ScheduleForm form)
    {
        var (from, to, until) = (ReadMonth("from", form.From), ReadMonth("to", form.To), ReadMonth("until", form.Until));
        if (from is not { } first || to is not { } last || until is not { } end || !GoForward(form, first, last, end))
            return null;

        var all = form.All is "yes" or "no";
        if (!all)
            faults.Add("all", form.All, language["应为 yes 或 no", "yes or no"]);
        var read = ReadRooms(form, first, last);
        var counties = ReadCounties(form, first, last.Since(first) + 1, read);
        return new ScheduleQuestion(form.ToString(), (first, last), end, read, counties, form.All == "yes", ReadChange(form, first, last));
    }

    private Month? ReadMonth(string field, string text)
    {
        if (Month.TryParse(text, out var month))
            return month;
        faults.Add(field, text, language["应为年和月,如 2027-03", "a year and a month, as 2027-03"]);
        return null;
    }

    private bool GoForward(ScheduleForm form, Month from, Month to, Month until)
    {
        if (to < from)
            faults.Add("to", form.To, language[$"不早于 from({from})", $"not before from, {from}"]);
        if (until < to)
            faults.Add("until", form.Until, language[$"不早于 to({to})", $"not before to, {to}"]);
        else if (until.Since(from) >= MostMonths)
            faults.Add("until", form.Until, language[$"从 from 起最多 {MostMonths} 个月", $"at most {MostMonths} months from the first"]);
        return faults.IsEmpty;
    }

    private ImmutableSortedDictionary<PointId, ScheduleRoom> ReadRooms(ScheduleForm form, Month from, Month to)
    {
        var (earliest, latest, set) = (ReadMonths("earliest", form.Earliest), ReadMonths("latest", form.Latest), ReadMonths("fixed", form.Fixed, from, to));
        var (usual, costs) = ReadCosts(form.Cost);
        Month? Find(Dictionary<PointId, Month> months, PointId id) => months.TryGetValue(id, out var month) ? month : null;
        // What is begun is finished first, unless something else is said of it.
        Month? Begun(ServicePoint room) => room.Stage == Stage.Building && !earliest.ContainsKey(room.Id) && !latest.ContainsKey(room.Id) ? from : null;
        return rooms.ToImmutableSortedDictionary(room => room.Id, room => new ScheduleRoom(-1, room.Area.County.Digits, costs.GetValueOrDefault(room.Id, usual))
        {
            Earliest = Find(earliest, room.Id),
            Latest = Find(latest, room.Id),
            Fixed = Find(set, room.Id) ?? Begun(room),
        });
    }

    private AskedChange? ReadChange(ScheduleForm form, Month from, Month to)
    {
        var (was, slips) = (ReadMonths("was", form.Was, from, to), ReadMonths("slips", form.Slips));
        if (form.Now.Length == 0)
        {
            if (was.Count + slips.Count > 0)
                faults.Add("now", "", language["改排要写当前月份,如 2027-05", "the current month, as 2027-05, to mend a schedule"]);
            return null;
        }

        if (was.Count == 0 && faults.IsEmpty)
            faults.Add("was", "", language["改排要有原来的安排,如 room-…:2027-04", "the schedule so far, as room-…:2027-04, to mend it"]);
        return ReadMonth("now", form.Now) is { } now ? new AskedChange(was.ToImmutableSortedDictionary(), now, slips.ToImmutableSortedDictionary()) : null;
    }

    private Dictionary<PointId, Month> ReadMonths(string field, ImmutableArray<string> texts, Month? from = null, Month? to = null)
    {
        var read = new Dictionary<PointId, Month>();
        foreach (var text in texts)
        {
            var parts = text.Split(':');
            if (parts.Length != 2 || !Month.TryParse(parts[1], out var month))
                faults.Add(field, text, language["应为 编号:月份,如 room-640104100201:2027-05", "an id and a month, as room-640104100201:2027-05"]);
            else if (FindRoom(field, text, parts[0]) is not { } id)
                continue;
            else if (month < from || month > to)
                faults.Add(field, text, language[$"应在 {from} 至 {to} 之间", $"a month from {from} to {to}"]);
            else if (!read.TryAdd(id, month))
                faults.Add(field, text, language["同一个点只能写一次", "a point can be given only once"]);
        }

        return read;
    }

    private (decimal Usual, Dictionary<PointId, decimal> Costs) ReadCosts(ImmutableArray<string> texts)
    {
        var (usual, costs) = ((decimal?)null, new Dictionary<PointId, decimal>());
        foreach (var text in texts)
        {
            var parts = text.Split(':');
            if (parts.Length > 2 || !TryReadNumber(parts[^1], MostMoney, out var cost))
                faults.Add("cost", text, language[$"应为 0 至 {MostMoney:#,0} 的数,或 编号:数", $"a number from 0 to {MostMoney:#,0}, or an id, a colon and a number"]);
            else if (parts.Length == 1 ? usual is not null : FindRoom("cost", text, parts[0]) is { } id && !costs.TryAdd(id, cost))
                faults.Add("cost", text, language["只能写一次", "can be given only once"]);
            else if (parts.Length == 1)
                usual = cost;
        }

        return (usual ?? 1, costs);
    }

    private ImmutableArray<CountyMeans> ReadCounties(ScheduleForm form, Month from, int months, ImmutableSortedDictionary<PointId, ScheduleRoom> read)
    {
        var crews = new MeansReader(this, "crews", form.Crews, from, months, MostCrews, isWhole: true);
        var money = new MeansReader(this, "money", form.Money, from, months, MostMoney, isWhole: false);
        return
        [
            .. read.Values.GroupBy(room => room.County).OrderBy(county => county.Key, StringComparer.Ordinal).Select(county => new CountyMeans(
                county.Key,
                [.. (crews.Find(county.Key) ?? Enough(county, months)).Select(each => (int)each)],
                money.Find(county.Key) is { } given ? [.. given] : [])),
        ];
    }

    // As many as finish all rooms evenly, and those that are begun in their month.
    private static decimal[] Enough(IEnumerable<ScheduleRoom> rooms, int months)
    {
        var evenly = (rooms.Count() + months - 1) / months;
        var atOnce = rooms.Select(room => room.Fixed).OfType<Month>().CountBy(month => month).Select(month => month.Value).DefaultIfEmpty(0).Max();
        return [.. Enumerable.Repeat((decimal)Math.Max(evenly, atOnce), months)];
    }

    private PointId? FindRoom(string field, string text, string name)
    {
        if (PointId.TryParse(name, out var id) && ids.Contains(id))
            return id;
        faults.Add(field, text, language["要建的点里没有这个编号", "no point to be built has this id"]);
        return null;
    }

    private static bool TryReadNumber(string text, decimal most, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number) && number <= most;

    /// <summary>What counties have a month: "3", "640122:2", "640122:2027-05:1", the closer before the wider.</summary>
    private sealed class MeansReader
    {
        private readonly ScheduleReader reader;
        private readonly string field;
        private readonly Month from;
        private readonly int months;
        private readonly decimal most;
        private readonly bool isWhole;
        private readonly Dictionary<(string County, int Month), decimal> given = [];

        internal MeansReader(ScheduleReader reader, string field, ImmutableArray<string> texts, Month from, int months, decimal most, bool isWhole)
        {
            (this.reader, this.field, this.from, this.months, this.most, this.isWhole) = (reader, field, from, months, most, isWhole);
            foreach (var text in texts)
                Read(text);
        }

        /// <summary>What a county has in each month; none where nothing is said of it.</summary>
        internal decimal[]? Find(string county)
        {
            if (!given.Keys.Any(key => key.County == county || key.County.Length == 0))
                return null;
            return [.. Enumerable.Range(0, months).Select(month => Given(county, month) ?? Given(county, -1) ?? Given("", -1) ?? 0)];
        }

        private decimal? Given(string county, int month) => given.TryGetValue((county, month), out var number) ? number : null;

        private void Read(string text)
        {
            var parts = text.Split(':');
            var (county, month) = (parts.Length > 1 ? parts[0] : "", parts.Length == 3 ? MonthOf(parts[1]) : -1);
            if (parts.Length > 3 || month is null || !TryReadNumber(parts[^1], most, out var number) || (isWhole && number != Math.Floor(number)))
                reader.faults.Add(field, text, Right());
            else if (county.Length > 0 && reader.network.FindCounty(county) is null)
                reader.faults.AddUnknownCounty(field, text, reader.language);
            else if (!given.TryAdd((county, month.Value), number))
                reader.faults.Add(field, text, reader.language["只能写一次", "can be given only once"]);
        }

        private int? MonthOf(string text) =>
            Month.TryParse(text, out var month) && month.Since(from) is >= 0 and var place && place < months ? place : null;

        private string Right()
        {
            var (number, language) = (isWhole ? reader.language["整数", "a whole number"] : reader.language["数", "a number"], reader.language);
            return language[
                $"应为 0 至 {most:#,0} 的{number},前面可加 县码: 或 县码:月份:,月份在 {from} 至 {from.Plus(months - 1)} 之间",
                $"{number} from 0 to {most:#,0}, with county: or county:month: before it, the month from {from} to {from.Plus(months - 1)}"];
        }
    }
}
