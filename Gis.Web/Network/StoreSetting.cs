using Gis.Data.Store;
using Gis.Web.Travel;

namespace Gis.Web.Network;

/// <summary>Where the store is set to lie: the file in the data folder, unless the connection string Store names a database.</summary>
public static class StoreSetting
{
    /// <summary>The variable of the environment by which the connection string reaches the program and its verbs: a command line shows secrets.</summary>
    public const string Variable = "ConnectionStrings__Store";

    /// <exception cref="StoreException">The connection string cannot be read.</exception>
    public static StorePlace Of(IConfiguration settings)
    {
        var place = Of(settings.GetConnectionString("Store"), DataFolder.Of(settings));
        return settings.GetConnectionString("Reads") is not { Length: > 0 } reads ? place
            : place is StorePlace.Database database && StorePlace.Parse(reads, "the replicas") is StorePlace.Database replicas ? database with { Replicas = replicas.Connection }
            : throw new StoreException("The connection string Reads names replicas of the database that the connection string Store names; both should be as Host=localhost;Database=gis;Username=gis;Password=…");
    }

    /// <summary>The same for a verb, which has no other settings.</summary>
    /// <exception cref="StoreException">The connection string cannot be read.</exception>
    internal static StorePlace OfVerb(string folder) => Of(Environment.GetEnvironmentVariable(Variable), folder);

    private static StorePlace Of(string? connection, string folder) => string.IsNullOrWhiteSpace(connection)
        ? new StorePlace.Folder(folder)
        : StorePlace.Parse(connection) is StorePlace.Database database ? database
        : throw new StoreException($"The connection string Store ({Variable}) names no server; it should be as Host=localhost;Database=gis;Username=gis;Password=…");
}
