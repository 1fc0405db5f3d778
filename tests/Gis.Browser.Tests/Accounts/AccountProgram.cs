using Gis.Browser.Tests.Running;

namespace Gis.Browser.Tests.Accounts;

/// <summary>A program in which nobody has an account yet.</summary>
public sealed class AccountProgram : IAsyncLifetime
{
    private GisProgram program = null!;

    /// <summary>Where it listens, by a name: an address of numbers can have no passkeys.</summary>
    public Uri Address { get; private set; } = null!;

    public KnownPeople People => program.People;

    public async Task InitializeAsync()
    {
        program = await GisProgram.StartAsync(_ => Task.CompletedTask);
        Address = new UriBuilder(await program.FindAddress()) { Host = "localhost" }.Uri;
    }

    public Task DisposeAsync()
    {
        program.Dispose();
        return Task.CompletedTask;
    }

    public Task<string> FindFirstLink() => program.FindFirstLink();
}
