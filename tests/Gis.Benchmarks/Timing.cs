using System.Diagnostics;
using System.Globalization;

namespace Gis.Benchmarks;

/// <summary>Runs a piece of work many times in one process and prints how long the runs took.</summary>
internal static class Timing
{
    /// <summary>Prints median, 95th percentile and longest of the runs after a warm-up; gives the median in milliseconds.</summary>
    internal static double Run(string name, int runs, Action work)
    {
        for (var warmUp = 0; warmUp < Math.Max(3, runs / 10); warmUp++)
            work();

        var times = new double[runs];
        for (var run = 0; run < runs; run++)
        {
            var start = Stopwatch.GetTimestamp();
            work();
            times[run] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        var (median, most) = (times[runs / 2], times[^1]);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-60} median {median,9:0.000} ms   p95 {times[(int)(runs * 0.95)],9:0.000} ms   most {most,9:0.000} ms   {runs} runs"));
        return median;
    }
}
