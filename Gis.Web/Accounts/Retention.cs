using Gis.Core.Finder.Voice;
using Gis.Core.Units;
using Gis.Data.Store;
using Gis.Data.Store.Accounts;
using Gis.Data.Store.Progress;
using Gis.Data.Store.Voice;

namespace Gis.Web.Accounts;

/// <summary>
/// Forgets once a day what has been kept of people for as long as it may be: attempts to sign in, contacts without consent, contacts of
/// messages that are closed, evidence that was removed.
/// </summary>
public sealed partial class Retention(
    SignInStore attempts, ContactStore contacts, VoiceStore voices, VoiceTerms terms, EvidenceStore evidence, TimeProvider clock, ILogger<Retention> log) : BackgroundService
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
            var count = await attempts.PurgeAsync(clock.GetUtcNow(), stop) + await contacts.PurgeAsync(clock.GetUtcNow(), stop)
                + await voices.PurgeAsync(terms, ChinaTime.DayOf(clock.GetUtcNow()), stop) + await evidence.PurgeAsync(clock.GetUtcNow(), stop);
            if (count > 0)
                SayForgotten(count);
        }
        catch (StoreException fault)
        {
            SayFailed(fault.Message);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Count} records of people are past their retention and were forgotten")]
    private partial void SayForgotten(int count);

    [LoggerMessage(LogLevel.Warning, "What is past its retention is tried again tomorrow: {Fault}")]
    private partial void SayFailed(string fault);
}
