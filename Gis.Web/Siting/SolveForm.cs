using System.Globalization;
using Gis.Core.Siting;
using Gis.Web.Commands;

namespace Gis.Web.Siting;

/// <summary>A siting problem as someone writes it on the command line, before it is read.</summary>
internal sealed record SolveForm(string Problem)
{
    internal static readonly string[] Problems = ["lscp", "mclp", "pscp", "p-median", "p-center", "capacitated-p-median", "backup", "order"];

    internal string? Limit { get; init; }

    internal string? Build { get; init; }

    internal string? Target { get; init; }

    internal string? Budget { get; init; }

    internal string? Times { get; init; }

    /// <exception cref="WrongInputException">An option is missing or wrong.</exception>
    internal SitingTask Read()
    {
        var budget = Budget is null ? double.PositiveInfinity : Number("--budget", Budget, least: 0);
        return Problem switch
        {
            "lscp" => new SitingTask.Lscp(LimitNumber()),
            "mclp" => new SitingTask.Mclp(LimitNumber(), Count("--build", Build), budget),
            "pscp" => new SitingTask.Pscp(LimitNumber(), ReadTarget()),
            "p-median" => new SitingTask.PMedian(Count("--build", Build), budget),
            "p-center" => new SitingTask.PCenter(Count("--build", Build), budget),
            "capacitated-p-median" => new SitingTask.CapacitatedPMedian(Count("--build", Build), budget),
            "backup" => new SitingTask.Backup(LimitNumber(), Count("--build", Build), Times is null ? 2 : Count("--k", Times, least: 1), budget),
            "order" => new SitingTask.Order(LimitNumber(), Count("--build", Build)),
            _ => throw new WrongInputException($"PROBLEM: found '{Problem}', should be one of {string.Join(", ", Problems)}"),
        };
    }

    /// <summary>The problem in its one written form, for the receipt.</summary>
    internal string Written => string.Join('&', new (string Name, string? Value)[]
    {
        ("problem", Problem), ("limit", Limit), ("build", Build), ("target", Target), ("budget", Budget), ("k", Times),
    }.Where(option => option.Value is not null).Select(option => $"{option.Name}={option.Value}"));

    private double LimitNumber() => Number("--limit", Limit ?? throw Missing("--limit", "the highest cost that still serves"), least: 0);

    private double ReadTarget()
    {
        var target = Number("--target", Target ?? throw Missing("--target", "a share from 0 to 1"), least: 0);
        return target <= 1 ? target : throw new WrongInputException($"--target: found '{Target}', should be a share from 0 to 1");
    }

    private int Count(string option, string? text, int least = 0) =>
        int.TryParse(text ?? throw Missing(option, "a whole number"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= least
            ? count
            : throw new WrongInputException($"{option}: found '{text}', should be a whole number, {least} or more");

    private static double Number(string option, string text, double least) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) && number >= least
            ? number
            : throw new WrongInputException($"{option}: found '{text}', should be a number, {least} or more");

    private WrongInputException Missing(string option, string meaning) => new($"{option}: {Problem} needs it: {meaning}");
}
