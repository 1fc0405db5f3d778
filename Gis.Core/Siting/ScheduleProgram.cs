namespace Gis.Core.Siting;

/// <summary>
/// The rules of a schedule as linear rows: a variable for each room and month it can be finished in. Coverage is written by the
/// month a class is covered from, so that a row has only the rooms of one month.
/// </summary>
internal sealed class ScheduleProgram
{
    private readonly ScheduleModel model;
    private readonly ChoiceProgram program = new();

    // None for a month the room cannot be finished in.
    private readonly int?[][] variables;

    private ScheduleProgram(ScheduleModel model, Func<int, int, double> costOf)
    {
        this.model = model;
        variables = [.. model.Rooms.Select((room, i) => Enumerable.Range(0, model.Task.Window)
            .Select(month => room.CanBeIn(month) ? program.AddVariable(costOf(i, month), isWhole: true) : (int?)null).ToArray())];
        foreach (var (room, i) in model.Rooms.Select((room, i) => (room, i)))
            program.AddRow(room.IsDue ? 1 : 0, 1, TermsOf(i, model.Task.Window - 1));
    }

    /// <summary>Most residents for most months.</summary>
    internal static ScheduleProgram ForCover(ScheduleModel model)
    {
        // What only one room covers is that room's own.
        var own = model.Rooms.Select(room => model.Cover.ClassesOf[room.Column].Where(each => model.Classes[each].Length == 1).ToArray()).ToArray();
        var made = new ScheduleProgram(model, (room, month) => -own[room].Sum(each => model.WorthOf(each, month)));
        made.WriteMeans();
        for (var each = 0; each < model.Classes.Length; each++)
        {
            if (model.Classes[each].Length > 1)
                made.WriteClass(each);
        }

        return made;
    }

    /// <summary>Fewest rooms in another month than they were.</summary>
    internal static ScheduleProgram ForMoves(ScheduleModel model, int[] was)
    {
        var made = new ScheduleProgram(model, (room, month) => MoveOf(was[room], month));
        made.WriteMeans();
        return made;
    }

    /// <summary>Least money that a county lacks in the first month.</summary>
    internal static ScheduleProgram ForLoan(ScheduleModel model, int county)
    {
        var made = new ScheduleProgram(model, (_, _) => 0);
        var most = (double)model.Rooms.Where(room => room.County == county).Sum(room => room.Cost);
        made.WriteCrews(county);
        made.WriteMoney(county, (made.program.AddVariable(1, isWhole: false), -most));
        return made;
    }

    internal void AddMostMoves(int[] was, int most)
    {
        var terms = Enumerable.Range(0, variables.Length).SelectMany(room => Enumerable.Range(0, model.Task.Window)
            .Where(month => variables[room][month] is not null && MoveOf(was[room], month) != 0)
            .Select(month => (variables[room][month]!.Value, MoveOf(was[room], month))));
        program.AddRow(double.NegativeInfinity, most - was.Count(month => month != ScheduleModel.Never), terms);
    }

    internal Relaxation? Relax(SitingStop stop) => program.Relax(stop);

    /// <summary>Looks for months whose cost is at most <paramref name="wanted"/>.</summary>
    internal ScheduleEnding Solve(Relaxation relaxation, double wanted, SitingStop stop)
    {
        while (true)
        {
            var ending = program.Solve(relaxation, wanted, stop);
            var months = ending.Values is { } values ? Read(values) : null;
            if (months is null || model.FindOverspent(months) is not { } over)
                return new ScheduleEnding(months, ending.IsProven, ending.Least);
            if (!ending.IsProven)
                return new ScheduleEnding(null, IsProven: false, ending.Least);
            Forbid(over.County, over.Month, months);
        }
    }

    /// <summary>The months for which a county lacks least; a matter of one county's rooms, so nobody waits for it.</summary>
    internal int[]? Borrow() =>
        program.Relax(SitingStop.Never) is { } relaxation && program.Solve(relaxation, 1, SitingStop.Never).Values is { } values ? Read(values) : null;

    // The number of moves, the rooms that were to be finished not counted.
    private static double MoveOf(int was, int month) => was == ScheduleModel.Never ? 1 : was == month ? -1 : 0;

    private int[] Read(double[] values) =>
    [
        .. variables.Select(months => Array.FindIndex(months, variable => variable is { } known && values[known] > 0.5))
            .Select(month => month < 0 ? ScheduleModel.Never : month),
    ];

    private IEnumerable<(int Variable, double Factor)> TermsOf(int room, int last, double factor = 1) =>
        variables[room].Take(last + 1).OfType<int>().Select(variable => (variable, factor));

    private void WriteMeans()
    {
        for (var county = 0; county < model.Counties.Length; county++)
        {
            WriteCrews(county);
            if (model.Counties[county].IsByMoney)
                WriteMoney(county);
        }
    }

    private IEnumerable<int> RoomsOf(int county) => Enumerable.Range(0, variables.Length).Where(room => model.Rooms[room].County == county);

    private void WriteCrews(int county)
    {
        for (var month = 0; month < model.Task.Window; month++)
        {
            var terms = RoomsOf(county).Select(room => variables[room][month]).OfType<int>().Select(variable => (variable, 1.0)).ToList();
            if (terms.Count > model.Counties[county].Crews[month])
                program.AddRow(0, model.Counties[county].Crews[month], terms);
        }
    }

    private void WriteMoney(int county, params (int Variable, double Factor)[] loan)
    {
        for (var month = 0; month < model.Task.Window; month++)
        {
            var terms = RoomsOf(county).SelectMany(room => TermsOf(room, month, (double)model.Rooms[room].Cost));
            program.AddRow(double.NegativeInfinity, (double)model.Counties[county].MoneyBy[month], terms.Concat(loan));
        }
    }

    // A solver takes a sum that passes its end by a millionth for kept; money is counted exactly.
    private void Forbid(int county, int month, int[] months)
    {
        var spent = RoomsOf(county).Where(room => months[room] <= month).ToList();
        program.AddRow(0, spent.Count - 1, spent.SelectMany(room => TermsOf(room, month)));
    }

    private void WriteClass(int each)
    {
        var covered = new List<(int, double)>();
        for (var month = 0; month < model.Task.Window; month++)
        {
            var rooms = model.Classes[each].Select(room => variables[room][month]).OfType<int>().Select(variable => (variable, 1.0)).ToList();
            if (rooms.Count == 0 || model.WorthOf(each, month) == 0)
                continue;
            var from = program.AddVariable(-model.WorthOf(each, month), isWhole: false);
            covered.Add((from, 1));
            program.AddRow(0, double.PositiveInfinity, rooms.Append((from, -1)));
        }

        program.AddRow(0, 1, covered);
    }
}

/// <summary>The months found, if any, whether nothing better can be, and what no choice costs less than.</summary>
internal sealed record ScheduleEnding(int[]? Months, bool IsProven, double Least);
