using System.CommandLine;
using Gis.Core.Network;
using Gis.Data.Store;
using Gis.Web.Network;

namespace Gis.Web.Commands;

/// <summary>The store a verb works on, and the city in it.</summary>
/// <param name="Folder">The data folder, where roads and names lie, and the store unless it is a database.</param>
/// <param name="Place">Where the store lies.</param>
/// <param name="City">The city; null for the store's default.</param>
internal sealed record StoreChoice(string Folder, StorePlace Place, AreaCode? City)
{
    private const string Data = "--data";
    private const string OfCity = "--city";

    /// <summary>Whether there is a store already.</summary>
    internal bool IsThere => Place is not StorePlace.Folder || File.Exists(GisStore.FileIn(Folder));

    /// <summary>The options that choose a store and a city in it.</summary>
    internal static void AddTo(Command command, string about = "The folder of the store; made with the default network if it is not there")
    {
        AddStoreTo(command, about);
        command.Add(new CityOption { Description = "The code of the city, as 640100, where the store holds more than one; by default the one it was first filled with" });
    }

    /// <summary>The option that chooses a store, for what is of all its cities.</summary>
    internal static void AddStoreTo(Command command, string about) => command.Add(new Option<string>(Data)
    {
        Description = $"{about}. With {StoreSetting.Variable} set, the store is that database",
        DefaultValueFactory = _ => "./data",
    });

    /// <exception cref="WrongInputException">What is written is no code of a city.</exception>
    internal static StoreChoice Of(ParseResult parsed)
    {
        var folder = parsed.GetValue<string>(Data)!;
        var written = parsed.CommandResult.Command.Options.OfType<CityOption>().SingleOrDefault() is { } city ? parsed.GetValue(city) : null;
        return new StoreChoice(folder, StoreSetting.OfVerb(folder), written is null ? null : ReadCity(written));
    }

    /// <summary>The data folder, for what works on the file of the store itself.</summary>
    /// <exception cref="WrongInputException">The store is a database.</exception>
    internal string FolderOfFile => Place is StorePlace.Folder
        ? Folder
        : throw new WrongInputException($"{StoreSetting.Variable} is set: the store is a database, which its own tools back up (pg_dump) and restore; or copy it to a file (copy --to FOLDER) and back that up");

    internal Task<Snapshot> Load(CancellationToken cancel) => NetworkSetup.Open(Folder, Place, City, cancel);

    /// <summary>Where roads and names of the city lie; a store that is not there is not made.</summary>
    internal async Task<string> FindCityFolder(CancellationToken cancel)
    {
        if (City is null)
            return Folder;
        using var store = await Open(cancel);
        return await CityFolder.Of(Folder, store, cancel);
    }

    internal Task<GisStore> Open(CancellationToken cancel) => NetworkSetup.OpenStore(Place, City, cancel);

    private static AreaCode ReadCity(string written) => AreaCode.TryParse(written, out var code) && code.IsCity
        ? code
        : throw new WrongInputException($"{OfCity}: found '{written}', should be the six-digit code of a city, as 640100");

    // Of a type of its own: --city of import-register names a city that need not be there, and as 6403 too.
    private sealed class CityOption() : Option<string?>(OfCity);
}
