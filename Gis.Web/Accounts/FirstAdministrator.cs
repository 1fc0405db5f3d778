using Gis.Data.Store;
using Gis.Data.Store.Accounts;
using Gis.Web.Cities;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Gis.Web.Accounts;

/// <summary>
/// Prints, while there is no account, a link by which whoever started the program becomes the first administrator. Each start
/// prints another and voids the one before: there is no password that everybody knows.
/// </summary>
public sealed class FirstAdministrator(
    InvitationStore invitations, CurrentNetwork current, IServer server, IHostApplicationLifetime lifetime, IConfiguration settings, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Where it listens is known once it does.
        var listens = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var started = lifetime.ApplicationStarted.Register(() => listens.TrySetResult());
        using var stopped = stoppingToken.Register(() => listens.TrySetCanceled(stoppingToken));
        try
        {
            await listens.Task;
            var order = new AccountOrder(null, "the first administrator", current.Snapshot.Network.City.Code.Digits, clock.GetUtcNow());
            if (await invitations.InviteFirstAsync(order, stoppingToken) is { } link)
                await Console.Out.WriteLineAsync(Words(link, order.Now + InvitationStore.Lifetime));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
        catch (StoreException fault)
        {
            await Console.Error.WriteLineAsync($"No link for a first administrator can be made. {fault.Message}");
        }
    }

    private string Words(string link, DateTimeOffset expires) =>
        $"""

        还没有账号。打开下面的链接,成为第一位管理员(一次有效,{Wording.Time(expires)} 前):
        There is no account yet. Open this link to become the first administrator (once, before {Wording.Time(expires)}):
          {Address()}{ServedCity.PathOf(settings)}/join/{link}

        """;

    private string Address()
    {
        var listening = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost";
        // An address that means every one of this machine is none to type.
        var address = new UriBuilder(listening.Replace("//*", "//localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal));
        if (address.Host is "0.0.0.0" or "[::]")
            address.Host = "localhost";
        return address.Uri.GetLeftPart(UriPartial.Authority);
    }
}
