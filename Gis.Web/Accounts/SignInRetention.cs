using Gis.Data.Store;
using Gis.Data.Store.Accounts;

namespace Gis.Web.Accounts;

/// <summary>Forgets once a day what has been kept of signing in for as long as it may be.</summary>
public sealed partial class SignInRetention(SignInStore attempts, TimeProvider clock, ILogger<SignInRetention> log) : BackgroundService
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Day, clock);
        try
        {
            do
                await Purge(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task Purge(CancellationToken stop)
    {
        try
        {
            if (await attempts.PurgeAsync(clock.GetUtcNow(), stop) is > 0 and var count)
                SayForgotten(count);
        }
        catch (StoreException fault)
        {
            SayFailed(fault.Message);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Count} attempts to sign in are past their retention and were forgotten")]
    private partial void SayForgotten(int count);

    [LoggerMessage(LogLevel.Warning, "What is past its retention is tried again tomorrow: {Fault}")]
    private partial void SayFailed(string fault);
}
