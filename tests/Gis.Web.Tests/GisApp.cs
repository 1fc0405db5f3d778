using Gis.Data.Store;
using Gis.Web.Maps;
using Gis.Web.Network;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Gis.Web.Tests;

/// <summary>The real program over a store of its own in a throw-away folder, filled with the default network.</summary>
public sealed class GisApp : WebApplicationFactory<Program>
{
    // To draw the default network takes seconds; to copy it, none.
    private static readonly Lazy<string> Drawn = new(() =>
    {
        var drawn = Directory.CreateTempSubdirectory("gis-web-drawn-").FullName;
        using var store = Task.Run(() => NetworkSetup.OpenStore(drawn, CancellationToken.None)).GetAwaiter().GetResult();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(drawn, recursive: true);
        return GisStore.FileIn(drawn);
    });

    private readonly string folder;

    public GisApp()
        : this(DrawFolder("gis-web-"))
    {
    }

    /// <summary>The program over a folder of the test's own, which goes with it.</summary>
    internal GisApp(string folder) => this.folder = folder;

    public string DataFolder => folder;

    public Snapshot Snapshot => Services.GetRequiredService<CurrentNetwork>().Snapshot;

    /// <summary>
    /// Whether everything is made beforehand, as where somebody waits for it. A test asks for little of it, and there are hundreds of
    /// programs in the tests.
    /// </summary>
    public bool WarmsUp { get; init; }

    /// <summary>The database that is the store; null for the file in the folder.</summary>
    public string? Database { get; init; }

    /// <summary>The replicas of the database from which the public reads; null where there are none.</summary>
    public string? Reads { get; init; }

    /// <summary>What a test adds to the program.</summary>
    internal Action<IServiceCollection> Adds { get; init; } = _ => { };

    /// <summary>The program's clock, which a test may put forward.</summary>
    public MovableClock Clock { get; } = new();

    /// <summary>A throw-away data folder with a store that holds the default network.</summary>
    internal static string DrawFolder(string prefix)
    {
        var drawn = Directory.CreateTempSubdirectory(prefix).FullName;
        File.Copy(Drawn.Value, Path.Combine(drawn, Path.GetFileName(Drawn.Value)));
        return drawn;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) =>
        // All tests of a program ask from one address.
        builder.UseSetting("Data", folder).UseSetting("ConnectionStrings:Store", Database).UseSetting("ConnectionStrings:Reads", Reads).UseSetting("Limits:SignIn:Burst", "100000").UseSetting("Limits:Voice:Burst", "100000").ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            if (!WarmsUp)
                services.Remove(services.Single(service => service.ImplementationType == typeof(WarmUp)));
            Adds(services);
        });

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        // Disposed of twice: once as a factory and once as a fixture.
        if (disposing && Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}

/// <summary>The system's clock, put forward by so much.</summary>
public sealed class MovableClock : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}
