using System.CommandLine;
using Gis.Data.Store;
using Gis.Web.Network;

namespace Gis.Web.Commands;

/// <summary>The option that names the store a verb works on.</summary>
internal static class StoreOption
{
    internal static Option<string> Make(string about = "The folder of the store; made with the default network if it is not there") => new("--data")
    {
        Description = about,
        DefaultValueFactory = _ => "./data",
    };

    internal static Task<Snapshot> Load(string? folder, CancellationToken cancel) => NetworkSetup.Open(folder!, cancel);

    internal static Task<GisStore> Open(string? folder, CancellationToken cancel) => NetworkSetup.OpenStore(folder!, cancel);
}
