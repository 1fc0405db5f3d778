namespace Gis.Data.Tests.Store.Stress;

/// <summary>How hard the stress tests try: with the variable GIS_STRESS=full as hard as docs/benchmarks.md says, else in a minute.</summary>
internal static class Stress
{
    internal static bool IsFull => Environment.GetEnvironmentVariable("GIS_STRESS") == "full";
}
