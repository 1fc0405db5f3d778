using System.Diagnostics;

namespace Gis.Web.Tests.Network;

/// <summary>What another instance, or another program, is to do in its own time.</summary>
internal static class Wait
{
    internal static async Task Until(Func<Task<bool>> isSo)
    {
        var clock = Stopwatch.StartNew();
        while (!await isSo())
        {
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), "It never came to be so.");
            await Task.Delay(50);
        }
    }
}
