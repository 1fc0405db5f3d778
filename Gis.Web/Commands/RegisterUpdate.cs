using System.Collections.Immutable;
using System.Globalization;
using Gis.Core.Network;
using Gis.Core.Network.Register;
using Gis.Data.Store;
using Gis.Data.Store.History;

namespace Gis.Web.Commands;

/// <summary>Brings a network up to a newer register of its city: tells what became of every unit, and makes the changes that are sure as one version.</summary>
/// <param name="register">The newer register.</param>
/// <param name="network">The network as it is.</param>
/// <param name="isDry">Whether nothing is to be changed.</param>
internal sealed class RegisterUpdate(CityRegister register, ServiceNetwork network, bool isDry)
{
    private static readonly (string Name, Func<UnitChange, bool> Is)[] Rows =
    [
        ("kept", change => change is UnitChange.Kept),
        ("  of these written otherwise", change => change is UnitChange.Kept kept && kept.Before.Name != kept.After.Name),
        ("renamed", change => change is UnitChange.Renamed),
        ("recoded", change => change is UnitChange.Recoded),
        ("merged", change => change is UnitChange.Merged),
        ("split", change => change is UnitChange.Split),
        ("in doubt", change => change is UnitChange.InDoubt),
        ("gone", change => change is UnitChange.Gone),
        ("new", change => change is UnitChange.Added),
    ];

    internal async Task Run(GisStore store, CancellationToken cancel)
    {
        var comparison = RegisterComparison.Between(network, register);
        var edit = RegisterEdit.Of(comparison);
        foreach (var line in Tell(comparison).Concat(TellHeld(edit)))
            await Console.Out.WriteLineAsync(line);
        await Save(store, edit, cancel);
    }

    private static IEnumerable<string> Tell(RegisterComparison comparison)
    {
        yield return Row("", "counties", "townships", "villages");
        foreach (var (name, isMeant) in Rows)
            yield return Row(name, Count(comparison.Counties, isMeant), Count(comparison.Townships, isMeant), Count(comparison.Villages, isMeant));
        foreach (var change in comparison.Changes.Where(change => change is not UnitChange.Kept))
            yield return Say(change);
    }

    private static string Row(string name, string counties, string townships, string villages) => $"{name,-30}{counties,10}{townships,11}{villages,10}";

    private static string Count(ImmutableArray<UnitChange> changes, Func<UnitChange, bool> isMeant) => changes.Count(isMeant).ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<string> TellHeld(RegisterEdit edit) =>
        edit.HeldBack.Select(change => $"held back, since a unit in doubt has the code or is where it would lie: {Say(change)}");

    private static string Say(UnitChange change) => change switch
    {
        UnitChange.Kept kept => $"kept      {Name(kept.After)}",
        UnitChange.Renamed renamed => $"renamed   {Name(renamed.Before)} -> {renamed.After.Name}",
        UnitChange.Recoded recoded => $"recoded   {Name(recoded.Before)} -> {Name(recoded.After)}",
        UnitChange.Merged merged => $"merged    {Name(merged.Before)} into {Name(merged.Into)}",
        UnitChange.Split split => $"split     {Name(split.Before)} into {List(split.Into)}; not changed, put its own points right by hand",
        UnitChange.InDoubt doubt => $"in doubt  {Name(doubt.Before)}: now {List(doubt.Candidates)}? not changed",
        UnitChange.Gone gone => $"gone      {Name(gone.Before)}: stays while it has residents, a position, a point or a unit",
        UnitChange.Added added => $"new       {Name(added.After)}",
        _ => throw new ArgumentOutOfRangeException(nameof(change)),
    };

    private static string Name(RegisterUnit unit) => $"{unit.Code} {unit.Name}";

    private static string List(ImmutableArray<RegisterUnit> units) => string.Join(" or ", units.Select(Name));

    private async Task Save(GisStore store, RegisterEdit edit, CancellationToken cancel)
    {
        var changes = RecordChange.Between(network.Parts, edit.Parts);
        if (isDry)
        {
            await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{changes.Length} records would change. Nothing was changed."));
            return;
        }

        var asked = new NetworkEdit("register.update", $"gis import-register: {register.Source}", changes);
        await Console.Out.WriteLineAsync(await store.EditAsync(asked, TimeProvider.System.GetUtcNow(), cancel) switch
        {
            EditOutcome.Saved saved => string.Create(CultureInfo.InvariantCulture, $"Saved {changes.Length} records as version {saved.Version}, entry {saved.Entry} of the log."),
            EditOutcome.Unchanged => "Everything is so already; nothing was changed.",
            EditOutcome.Refused misfit => throw new WrongInputException("The records would make no network, so nothing was changed: " + string.Join("; ", misfit.Faults)),
            _ => throw new WrongInputException("Somebody changed the network meanwhile, so nothing was changed. Try once more."),
        });
    }
}
