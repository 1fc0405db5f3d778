using CsCheck;

namespace Gis.Core.Tests.Network.Hours;

/// <summary>A week drawn by chance, as a table of its minutes and as the text that says the same.</summary>
/// <param name="Days">For Monday to Sunday and holidays, the times as minutes of the day.</param>
internal sealed record RandomWeek((int From, int To)[][] Days)
{
    private static readonly string[] Names = ["周一", "周二", "周三", "周四", "周五", "周六", "周日", "节假日"];

    // Two times with a break of at least a minute; and the first day is open, as some day must be.
    private static readonly Gen<(int, int)[]> Day = Gen.Select(Gen.Int[0, 700], Gen.Int[1, 20], Gen.Int[1, 20], Gen.Int[1, 700], Gen.Int[0, 2], (from, length, gap, more, count) =>
        new[] { (from, from + length), (from + length + gap, from + length + gap + more) }.Take(count).ToArray());

    internal static Gen<RandomWeek> Weeks { get; } = Gen.Select(Day.Array[8], Gen.Int[0, 7], (days, usual) =>
        new RandomWeek([.. days.Select((day, place) => place == 0 && day.Length == 0 ? [(600, 720)] : place < usual ? days[0] is [] ? [(600, 720)] : days[0] : day)]));

    internal string Text => string.Join("; ", Days.Select((day, place) =>
        $"{Names[place]} {(day.Length == 0 ? "休息" : string.Join(' ', day.Select(time => $"{Clock(time.From)}-{Clock(time.To)}")))}"));

    private static string Clock(int minute) => $"{minute / 60}:{minute % 60:00}";
}
